import type { Mode } from '@/store/view/view'
import { type LazyPart, lazyPart } from '@/ui/lazy-part'

/** The code of each screen, which comes only for who opens it. */
const loadScreen = {
  explore: () => import('@/features/explore/Explore'),
  meeting: () => import('@/features/meeting/Meeting'),
  monitoring: () => import('@/features/monitoring/Monitoring'),
  trucks: () => import('@/features/monitoring/trucks/Trucks'),
  field: () => import('@/features/field/Field'),
  data: () => import('@/features/import/Import'),
  help: () => import('@/features/manual/Manual'),
} as const

export const screens: Record<Mode, LazyPart<object>> = {
  explore: lazyPart(loadScreen.explore),
  meeting: lazyPart(loadScreen.meeting),
  monitoring: lazyPart(loadScreen.monitoring),
  trucks: lazyPart(loadScreen.trucks),
  field: lazyPart(loadScreen.field),
  data: lazyPart(loadScreen.data),
  help: lazyPart(loadScreen.help),
}

/** What the explore screen shows while the sources are still being judged. */
export const FirstPicture = lazyPart(async () => ({ default: (await loadScreen.explore()).FirstPicture }))

/** Asks for the code of a screen; what can't be had is asked for again where it is shown. */
export function preloadScreen(mode: Mode): void {
  const parts = mode === 'explore' ? [FirstPicture, screens.explore] : [screens[mode]]
  for (const part of parts) part.preload().catch(() => undefined)
}
