// Whether a text that a user of ours writes to somebody holds an ID or phone number, so that the writer can be warned.

const ID_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/;
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** True when the text holds an 18-digit ID number or an 11-digit mobile number, also when written with spaces or dashes. */
export const holdsPersonalNumber = (text: string): boolean => {
  const joined = text.replace(/(?<=\d)[\s-]+(?=[\dXx])/g, "");
  return ID_NUMBER.test(joined) || PHONE.test(joined);
};
