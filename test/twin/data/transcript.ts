// Writes the text of an interview record in the manner of question and answer.

const SUSPECT = [
  "问：我们是星河市公安局北岸分局柳桥派出所的民警（出示人民警察证），现依法对你讯问。这是《犯罪嫌疑人诉讼权利义务告知书》，你看一下，是否看清楚？",
  "答：看清楚了。",
  "问：你有权委托律师作为辩护人，也可以申请法律援助。如实供述自己的罪行可以依法从宽处理。你听明白了吗？",
  "答：听明白了，暂时不委托。",
];

const OFFENDER = [
  "问：我们是柳桥派出所的民警（出示人民警察证），现依法向你询问。这是《行政案件权利义务告知书》，请你阅读。",
  "答：我看过了。",
  "问：对与案件无关的问题你有拒绝回答的权利，你还有陈述、申辩的权利，听清楚了吗？",
  "答：听清楚了。",
];

const WITNESS = [
  "问：我们是柳桥派出所的民警（出示人民警察证），现就有关情况向你询问。你应当如实陈述，有意作伪证或者隐匿证据要负法律责任。",
  "答：我知道，我如实说。",
];

const OPENINGS = { 犯罪嫌疑人: SUSPECT, 违法嫌疑人: OFFENDER } as Record<string, string[]>;

/** The record's text: the opening that fits the person's role, then the questions and answers given in turn. */
export function transcript(role: string, ...said: string[]): string {
  const turns = said.map((line, index) => `${index % 2 === 0 ? "问" : "答"}：${line}`);
  const end = ["问：以上笔录请你核对，与你说的是否相符？", "答：我看过了，和我说的一样。"];
  return [...(OPENINGS[role] ?? WITNESS), ...turns, ...end].join("\n");
}
