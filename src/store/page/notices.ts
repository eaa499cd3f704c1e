import { create } from 'zustand'

/** Messages of the page that have no place of their own on the screen. */
export type NoticeCode =
  | 'kept-copy'
  | 'versions-unread'
  | 'database-later'
  | 'other-data'
  | 'other-plan'
  | 'no-month'
  | 'kind-shown'
  | 'elsewhere'
  | 'update'
  | 'taken'
  | 'not-kept'
  | 'kept-gone'
  | 'clock'
  | 'one-file'
  | 'chunk-gone'
  | 'worker-restarted'
  | 'unexpected'

/**
 * Notices that only state that another state is shown than requested. On the wall they are in the footer of a scene
 * instead of a bar.
 */
export const FOOTER_NOTICES: readonly NoticeCode[] = [
  'kept-copy',
  'versions-unread',
  'other-data',
  'other-plan',
  'no-month',
  'kind-shown',
]

interface Notices {
  /** In order of arrival. */
  readonly codes: readonly NoticeCode[]
  close(code: NoticeCode): void
}

/** The notices shown until the user closes them or they no longer apply, without duplicates. */
export const useNotices = create<Notices>()((set, get) => ({
  codes: [],
  close: (code) => set({ codes: get().codes.filter((each) => each !== code) }),
}))

/** Shows a notice once; removes it if it no longer `holds`. */
export function notice(code: NoticeCode, holds = true): void {
  const { codes, close } = useNotices.getState()
  if (!holds) close(code)
  else if (!codes.includes(code)) useNotices.setState({ codes: [...codes, code] })
}
