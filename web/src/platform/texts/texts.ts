import { useLanguage, type Language } from "./language";

/** What a feature says, in both languages: English has every sentence that German has. */
export type Texts<T> = Record<Language, T>;

/** Sentences, and functions that make sentences, in groups. */
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
  // The same sentences, seen as any sentences: T is as narrow as the German words themselves.
  return { de: de as unknown as SameShape<T>, en };
}

export function useTexts<T>(all: Texts<T>): T {
  return all[useLanguage()];
}
