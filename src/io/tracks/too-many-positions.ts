const NAME = 'TooManyPositions'

/** More positions came than can be held at once. Over threads an error keeps its name, not its class. */
export class TooManyPositions extends Error {
  override readonly name = NAME
}

export const isTooManyPositions = (error: unknown): boolean => error instanceof Error && error.name === NAME
