// Tells whether an amount or an injury became smaller, or the wish to have it pursued was dropped.
import { type Amount, amountsIn } from "./amounts.ts";
import type { FamilyId } from "./family.ts";
import { DROPPED, EXAMINED, GRAVE, SLIGHT, WISH } from "./lexicon/wishes.ts";
import { registered } from "./offence.ts";
import { advised, denied, toldUntil } from "./reading.ts";
import { before, behind, type Found, findAll, holds } from "./text.ts";
import type { Mention, Weakening, Where } from "./weakening.ts";

type Families = ReadonlySet<FamilyId>;

const OF_VALUE: readonly FamilyId[] = ["fraud", "theft", "robbery", "coercion", "damage"];
const NO_LOSS =
  /赔|补偿|退(?!休|款(?:诈|骗))|返还|追回|止付|冻结|挽回|罚款|押金|医药费|医疗|余额|工资|欠|协商|调解|找零|房租|租金|手续费为|通话/;
/** What a lower value may lawfully rest on. */
const PROVEN =
  /价格认定|认定价|鉴定|发票|购买记录|流水|明细|账单|转账记录|交易记录|核对|清点|监控|评估|折旧|估价/;

const mention = (where: Where, { at, end, words }: Found): Mention => ({ where, at, end, words });

/** An exact sum may be rounded by a twentieth, one that was not meant exactly by a quarter. */
const EXACT = 0.95;
const ABOUT = 0.75;

function losses(text: string, from: number): readonly Amount[] {
  return amountsIn(text).filter(
    ({ at, end }) =>
      at >= from &&
      !NO_LOSS.test(before(text, at)) &&
      !/^[^,，。;；]{0,6}(?:赔偿|押金|退)/.test(behind(text, end)),
  );
}

export function amountLowered(
  call: string,
  later: string,
  where: Where,
  families: Families,
): readonly Weakening[] {
  if (!OF_VALUE.some((id) => families.has(id))) return [];
  const most = largest(losses(call, 0));
  const own = losses(later, toldUntil(later));
  const after = own.length > 0 ? own : losses(later, 0);
  const left = largest(after);
  if (most === undefined || left === undefined || PROVEN.test(later)) return [];
  const floor = most.yuan * (most.about || left.about ? ABOUT : EXACT);
  const sum = after.reduce((total, { yuan }) => total + yuan, 0);
  if (left.yuan >= floor || (after.length > 1 && sum >= floor)) return [];
  return [{ kind: "amount-lowered", from: [mention("call", most)], to: [mention(where, left)] }];
}

const largest = (amounts: readonly Amount[]): Amount | undefined =>
  amounts.reduce<Amount | undefined>(
    (most, one) => (most === undefined || one.yuan > most.yuan ? one : most),
    undefined,
  );

export function injuryLowered(
  call: string,
  later: string,
  where: Where,
  families: Families,
): readonly Weakening[] {
  if (!families.has("violence")) return [];
  const grave = findAll(call, GRAVE).find((one) => !denied(call, one));
  const slight = findAll(later, SLIGHT).find(({ at }) => at >= toldUntil(later));
  if (grave === undefined || slight === undefined || holds(later, EXAMINED)) return [];
  const kept = findAll(later, GRAVE).some((one) => one.at >= toldUntil(later) && !denied(later, one));
  return kept
    ? []
    : [{ kind: "injury-lowered", from: [mention("call", grave)], to: [mention(where, slight)] }];
}

/** Words that drop it without a doubt; a settlement alone does so only where the caller had asked for more. */
const PLAIN = /追究|立案|报案|撤|不配合|处理|追责|笔录|计较|深究|作罢|放弃/;
/** The wish is said to stand. */
const STANDS = /(不|拒绝|拒不|绝不|未)(同意|愿意?|肯|会|接受|想|打算)?(放弃|撤|私了|和解|调解|自行)?$/;
/** A lawful end of a fight among neighbours, with its paper. */
const LAWFUL = "治安调解 调解协议 谅解书 和解协议";

export function wishDropped(
  call: string,
  later: string,
  where: Where,
  families: Families,
): readonly Weakening[] {
  if (findAll(call, DROPPED).some(({ words }) => PLAIN.test(words) && !/不?(同意|接受)/.test(words)))
    return [];
  const wish = findAll(call, WISH).find((one) => !denied(call, one) && !advised(call, one));
  const dropped = findAll(later, DROPPED).filter(
    (one) =>
      !advised(later, one) && !STANDS.test(before(later, one.at)) && !/不.{0,3}(放弃|撤)/.test(one.words),
  );
  const said = dropped.filter(({ words }) => wish !== undefined || PLAIN.test(words));
  const to = said[0];
  if (to === undefined || holds(later, LAWFUL)) return [];
  if (wish === undefined && (families.size === 0 || registered(later))) return [];
  const from = wish === undefined ? [] : [mention("call", wish)];
  return [{ kind: "wish-dropped", from, to: [mention(where, to)] }];
}
