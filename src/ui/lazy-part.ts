import { type ComponentType, createElement, lazy, useState } from 'react'
import { whenStaying } from './leaving'

/** Resets the parts whose code failed to load. */
const failed = new Set<() => void>()

/** A part whose code may be asked for before it is shown. */
export type LazyPart<Props> = ComponentType<Props> & {
  /** Once this has settled, the part is shown without a moment of anything else in its place. */
  readonly preload: () => Promise<void>
}

/**
 * A part of the screen whose code is loaded when it is first shown. React never retries a failed load; here it is retried after
 * `forgetFailures`.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyPart<Props> {
  /** As it is, once its code is there: what is lazy shows something else for a moment even then. */
  let loaded: ComponentType<Props> | null = null
  const take = async () => {
    const part = await load()
    loaded = part.default
    return part
  }
  const make = () =>
    lazy(async () => {
      try {
        return await take()
      } catch (error) {
        await whenStaying()
        failed.add(() => {
          Part = make()
        })
        throw error
      }
    })
  let Part: ComponentType<Props> = make()
  const shown = (props: Props) => createElement(ChosenOnce<Props>, { choose: () => loaded ?? Part, given: props })
  return Object.assign(shown, { preload: async () => void (await take()) })
}

/** Stays what it was chosen to be at first: another component in its place would begin anew. */
function ChosenOnce<Props extends object>({
  choose,
  given,
}: {
  readonly choose: () => ComponentType<Props>
  readonly given: Props
}) {
  const [Chosen] = useState(choose)
  return createElement(Chosen, given)
}

/** Lets every part whose code failed to load request it again. */
export function forgetFailures(): void {
  for (const forget of failed) forget()
  failed.clear()
}
