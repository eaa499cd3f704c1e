import type { IsoDay } from '@/domain/calendar'

/** A short text in both languages of the screen. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A numeric target that a clause sets. */
export interface Target {
  readonly what: Bilingual
  readonly comparison: '≤' | '≥' | '='
  readonly value: number
  readonly unit: string
}

/** One numbered task of the plan, in our own words. */
export interface Clause {
  readonly number: number
  readonly title: Bilingual
  readonly gist: Bilingual
  /** 牵头, or all that are responsible 按职责分工. */
  readonly lead: readonly string[]
  /** 参与. */
  readonly support: readonly string[]
  /** 落实. */
  readonly carriedOutBy: readonly string[]
  readonly deadlines: readonly { readonly day: IsoDay; readonly what: Bilingual }[]
  readonly targets: readonly Target[]
}
