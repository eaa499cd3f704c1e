import { speller } from '@/domain/search/spelling'

/** One for the life of the worker: names of counties, kinds and commands are searched at every key. */
export const spell = speller()
