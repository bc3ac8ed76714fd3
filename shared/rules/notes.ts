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

/** Reads side by side: the reader at an index read the element at the same one. */
export interface Kept {
  readonly readers: readonly Reader[];
  readonly elements: readonly Element[];
}

/**
 * Reads in order. Cutting only moves the end: an array whose length is set to zero loses its memory, and to get it back for
 * every rule and element took as long as the judging.
 */
export class Notes {
  readonly #readers: Reader[] = [];
  readonly #elements: Element[] = [];
  size = 0;

  add(reader: Reader, element: Element): void {
    this.#readers[this.size] = reader;
    this.#elements[this.size] = element;
    this.size++;
  }

  /** Forgets everything from `size` on. */
  cut(size: number): void {
    this.size = size;
  }

  at(index: number): Read {
    return { reader: this.#readers[index]!, element: this.#elements[index]! };
  }

  /** The two sides of `at` alone, for what is gone through on every evaluation. */
  readerAt(index: number): Reader {
    return this.#readers[index]!;
  }

  elementAt(index: number): Element {
    return this.#elements[index]!;
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
    return {
      readers: this.#readers.slice(0, this.size),
      elements: this.#elements.slice(0, this.size),
    };
  }

  addAll(reads: readonly Read[]): void {
    for (const { reader, element } of reads) this.add(reader, element);
  }
}
