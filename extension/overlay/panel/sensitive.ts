// Notices identity and telephone numbers in what is about to be sent to somebody.

/** `id` for a mainland identity number (18 places, or the old 15), `phone` for a mobile or fixed-line number. */
export function sensitiveIn(text: string): "id" | "phone" | undefined {
  const plain = text.normalize("NFKC").replace(/(\d)[\s-](?=\d)/g, "$1");
  if (/(?<!\d)\d{17}[\dXx](?!\d)/.test(plain) || /(?<!\d)\d{15}(?!\d)/.test(plain)) return "id";
  if (/(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)/.test(plain) || /(?<!\d)0\d{9,11}(?!\d)/.test(plain)) return "phone";
  return undefined;
}
