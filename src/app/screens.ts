import type { Mode } from '@/store/view/view'
import { type LazyPart, lazyPart } from '@/ui/lazy-part'

/** Code of each screen, loaded when it is opened. */
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

/** Shown by the explore screen until the rules are evaluated. */
export const FirstPicture = lazyPart(async () => ({ default: (await loadScreen.explore()).FirstPicture }))

/** Preloads a screen's code; a failed load is tried again when the screen is shown. */
export function preloadScreen(mode: Mode): void {
  const parts = mode === 'explore' ? [FirstPicture, screens.explore] : [screens[mode]]
  for (const part of parts) part.preload().catch(() => undefined)
}
