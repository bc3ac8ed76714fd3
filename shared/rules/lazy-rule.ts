// A rule that is made ready when it is first needed: of a large pack most rules never speak in a session.
import { elementOf } from "../dictionary/dictionary.ts";
import type { ElementId } from "../dictionary/field.ts";
import type { PackedRule } from "./pack.ts";
import type { PreparedRule } from "./prepare.ts";

type Parts = Omit<PreparedRule, "rule" | "each" | "many">;

export class LazyRule implements PreparedRule {
  readonly rule: PackedRule;
  readonly each: ElementId;
  readonly many: boolean;
  readonly #make: () => PreparedRule;
  #made: PreparedRule | undefined;

  constructor(rule: PackedRule, make: () => PreparedRule) {
    this.rule = rule;
    const kind = elementOf(rule.each ?? "case");
    this.each = kind?.id ?? "case";
    this.many = kind?.cardinality === "many";
    this.#make = make;
  }

  /** The rule itself, made when first asked for. Throws as `prepareRule` does. */
  get made(): PreparedRule {
    this.#made ??= this.#make();
    return this.#made;
  }

  get list(): Parts["list"] {
    return this.made.list;
  }
  get when(): Parts["when"] {
    return this.made.when;
  }
  get require(): Parts["require"] {
    return this.made.require;
  }
  get unless(): Parts["unless"] {
    return this.made.unless;
  }
  get extend(): Parts["extend"] {
    return this.made.extend;
  }
  get restart(): Parts["restart"] {
    return this.made.restart;
  }
  get stop(): Parts["stop"] {
    return this.made.stop;
  }
  get plain(): Parts["plain"] {
    return this.made.plain;
  }
  get clock(): Parts["clock"] {
    return this.made.clock;
  }
  get pair(): Parts["pair"] {
    return this.made.pair;
  }
  get act(): Parts["act"] {
    return this.made.act;
  }
  get bases(): Parts["bases"] {
    return this.made.bases;
  }
  get byKind(): Parts["byKind"] {
    return this.made.byKind;
  }
  get asksEdition(): Parts["asksEdition"] {
    return this.made.asksEdition;
  }
  get gaps(): Parts["gaps"] {
    return this.made.gaps;
  }
  get byEdition(): Parts["byEdition"] {
    return this.made.byEdition;
  }
  get actEnd(): Parts["actEnd"] {
    return this.made.actEnd;
  }
  get marker(): Parts["marker"] {
    return this.made.marker;
  }
  get why(): Parts["why"] {
    return this.made.why;
  }
}

/** The rule without the way round by its getters, for what is gone through on every keystroke. */
export const madeOf = (rule: PreparedRule): PreparedRule => (rule instanceof LazyRule ? rule.made : rule);
