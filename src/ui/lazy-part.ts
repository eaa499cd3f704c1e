import { type ComponentType, createElement, lazy } from 'react'
import { whenStaying } from './leaving'

/** Resets the parts whose code failed to load. */
const failed = new Set<() => void>()

/**
 * A part of the screen whose code is loaded when it is first shown. React never retries a failed load; here it is retried after
 * `forgetFailures`.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const make = () =>
    lazy(async () => {
      try {
        return await load()
      } catch (error) {
        await whenStaying()
        failed.add(() => {
          Part = make()
        })
        throw error
      }
    })
  let Part: ComponentType<Props> = make()
  return (props) => createElement(Part, props)
}

/** Lets every part whose code failed to load request it again. */
export function forgetFailures(): void {
  for (const forget of failed) forget()
  failed.clear()
}
