const NAME = 'TooManyPositions'

/** More positions than can be held in memory. An error posted between threads keeps its name, not its class. */
export class TooManyPositions extends Error {
  override readonly name = NAME
}

export const isTooManyPositions = (error: unknown): boolean => error instanceof Error && error.name === NAME
