import { create } from 'zustand'

/** Something that the page has to say and that has no place of its own on the screen. */
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

/** What only says that another state is shown than was asked for. On the wall it stands in the foot of a scene, and in no bar. */
export const IN_FOOT: readonly NoticeCode[] = [
  'kept-copy',
  'versions-unread',
  'other-data',
  'other-plan',
  'no-month',
  'kind-shown',
]

interface Notices {
  /** In the order in which they came. */
  readonly codes: readonly NoticeCode[]
  close(code: NoticeCode): void
}

/** What the page has to say until somebody closes it, or until it no longer holds; each thing once. */
export const useNotices = create<Notices>()((set, get) => ({
  codes: [],
  close: (code) => set({ codes: get().codes.filter((each) => each !== code) }),
}))

/** Says something once; where it no longer `holds`, it is taken away. */
export function notice(code: NoticeCode, holds = true): void {
  const { codes, close } = useNotices.getState()
  if (!holds) close(code)
  else if (!codes.includes(code)) useNotices.setState({ codes: [...codes, code] })
}
