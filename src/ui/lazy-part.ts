import { type ComponentType, createElement, lazy, useState } from 'react'
import { unlessLeaving } from './leaving'

/** Callbacks that reset parts whose code failed to load. */
const failed = new Set<() => void>()

/** A lazily loaded component whose code can be preloaded. */
export type LazyPart<Props> = ComponentType<Props> & {
  /** Once resolved, the part renders without a loading state. */
  readonly preload: () => Promise<void>
}

/**
 * A component whose code loads on first render. React never retries a failed load; here `forgetFailures` allows a
 * retry.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyPart<Props> {
  /** The component itself once loaded: `lazy` would show its fallback briefly even then. */
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
        await unlessLeaving()
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

/** Keeps the component chosen on first render: switching to another would remount it. */
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

/** Allows every part that failed to load to be requested again. */
export function forgetFailures(): void {
  for (const forget of failed) forget()
  failed.clear()
}
