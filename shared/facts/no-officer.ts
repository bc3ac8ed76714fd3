// The words that stand among officers' names and are nobody's: parts in an act, units, ranks, signatures, other people.

const PARTS =
  "主办|协办|主审|主询|主问|审讯|讯问|询问|提讯|记录|承办|经办|办案|办理|审核|审批|复核|检查|勘验|辨认|扣押|搜查|接警|处警|出警|带班|值班|在场|执勤|填表|制作|法制";
const POLICE = "民警|侦查员|侦察员|警官";

/** What somebody did, not who: `主办`, `记录人`, `承办民警`. */
const PART = new RegExp(`^(?:${PARTS})(?:人员?|者|${POLICE})?$`);

/** What stands in a form beside a name. */
const FORM =
  /^(?:姓名|单位|工作单位|所属单位|部门|职务|警衔|职级|本人|在岗|男|女|年月日|(?:已|未|电子|手写)?(?:签名|签字|签章|盖章|捺印|捺指印|按手印|手印|签收|签))$/;

/** 一级警员, 二级高级警长 and the ranks of before. */
const RANK = /^(?:[一二三四]级)?(?:高级)?(?:警员|警司|警督|警监|警务技术员|主管|主任)$/;

/** A unit; of the short endings only where more than a name stands before them. */
const UNIT =
  /(?:派出所|公安局|分局|公安厅|看守所|拘留所|警务室|警务站|刑警队|交警队|[大支中总]队)$|^.{3,}(?:科|处|室|中心|局)$/;

/** A day written out: 二〇二六年十一月二十日. */
const DAY = /^[〇○零一二三四五六七八九十]{2,4}年/;

/** People at the same act who are no officers. */
const OTHERS =
  /见证人|证人|翻译|监护人|代理人|亲属|家属|律师|辩护人|被(?:询问|讯问|检查|辨认)人|当事人|嫌疑人|行为人|报案人|被害人|受害人|教师|社工|合适成年人|持有人/;

const POLICE_PART = new RegExp(`(?:${POLICE})$`);

/** Whether such a word is nobody's name. */
export const isNobody = (word: string): boolean =>
  PART.test(word) || FORM.test(word) || RANK.test(word) || UNIT.test(word) || DAY.test(word);

/** Whether the word says of whom it speaks that they are police. */
export const namesPolice = (word: string): boolean => POLICE_PART.test(word);

/** Whether a text also names people who are no officers: whom of them it means cannot be told by the names. */
export const namesOthers = (text: string): boolean => OTHERS.test(text);
