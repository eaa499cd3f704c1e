import { type ComponentType, createElement, lazy } from 'react'
import { whenStaying } from './leaving'

/** Those whose code could not be had. */
const failed = new Set<() => void>()

/**
 * A part of the screen whose code comes when it is first shown. React remembers a failure for good; here it is forgotten when
 * somebody tries again.
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

/** Lets every part whose code could not be had ask for it again. */
export function forgetFailures(): void {
  for (const forget of failed) forget()
  failed.clear()
}
