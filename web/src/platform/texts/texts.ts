import { useLanguage, type Language } from "./language";

/** The texts of a feature in both languages; the compiler checks that English has each text. */
export type Texts<T> = Record<Language, T>;

/** Texts, functions that return texts, and groups of them. */
export interface Sentences {
  [name: string]: string | ((...values: never[]) => string) | Sentences;
}

type SameShape<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : SameShape<T[K]>;
};

export function texts<T extends Sentences>(de: T, en: NoInfer<SameShape<T>>): Texts<SameShape<T>> {
  // T has the German texts as literal types; SameShape widens them to `string`.
  return { de: de as unknown as SameShape<T>, en };
}

export function useTexts<T>(all: Texts<T>): T {
  return all[useLanguage()];
}
