// A record of fields that were read, made to be emptied and filled again on every keystroke.
import type { ElementId } from "../dictionary/field.ts";
import type { Element } from "../facts/sheet.ts";

/** One place in a rule that reads a field; made once when the rule is compiled. `field` "" is the list itself. */
export interface Reader {
  readonly element: ElementId;
  readonly field: string;
  readonly many: boolean;
  /** The word on screen of the field, or of the list. */
  readonly label: string;
  /** Whether the field may hold a date: not so lists and choices of given values. */
  readonly dated: boolean;
}

export interface Read {
  readonly reader: Reader;
  readonly element: Element;
}

/** Reads one after the other, each as its reader and the element that it read. */
export type Kept = readonly (Reader | Element)[];

/**
 * Reads in order. Cutting only moves the end: an array whose length is set to zero loses its memory, and to get it back for
 * every rule and element took as long as the judging. Both sides lie in one array, so that it grows and is copied once.
 */
export class Notes {
  readonly #both: (Reader | Element)[] = [];
  size = 0;

  add(reader: Reader, element: Element): void {
    const at = 2 * this.size++;
    this.#both[at] = reader;
    this.#both[at + 1] = element;
  }

  /** Forgets everything from `size` on. */
  cut(size: number): void {
    this.size = size;
  }

  at(index: number): Read {
    return { reader: this.readerAt(index), element: this.elementAt(index) };
  }

  /** The two sides of `at` alone, for what is gone through on every evaluation. */
  readerAt(index: number): Reader {
    return this.#both[2 * index] as Reader;
  }

  elementAt(index: number): Element {
    return this.#both[2 * index + 1] as Element;
  }

  /** Takes out everything from `size` on. */
  take(size: number): readonly Read[] {
    const taken = this.from(size);
    this.size = size;
    return taken;
  }

  /** A copy of everything from `size` on. */
  from(size: number): readonly Read[] {
    const copy: Read[] = [];
    for (let i = size; i < this.size; i++) copy.push(this.at(i));
    return copy;
  }

  /** A copy of everything, to be kept after the record is emptied. */
  kept(): Kept {
    return this.#both.slice(0, 2 * this.size);
  }

  addAll(reads: readonly Read[]): void {
    for (const { reader, element } of reads) this.add(reader, element);
  }
}
