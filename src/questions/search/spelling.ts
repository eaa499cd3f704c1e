import { speller } from '@/domain/search/spelling'

/** One instance for the life of the worker: names of counties, kinds and commands are searched at every key press. */
export const spellText = speller()
