import type { TFunction } from 'i18next'

/** How something stands: as it should; not as it should, but it works; not at all; or nobody could find out. */
export type Standing = 'fine' | 'odd' | 'wrong' | 'unknown'

/** What a press can mend: nothing that any of them takes away is a person's own. */
export type Mend = 'persist' | 'canvas' | 'offline'

/** What a check found, as a sentence with what to do about it. */
export interface Checked {
  readonly standing: Standing
  says(t: TFunction<'texts'>): string
  readonly mend?: Mend
}

/** Looks at one thing of this browser and its place; changes nothing. What it throws counts as not known. */
export type Check = () => Checked | Promise<Checked>
