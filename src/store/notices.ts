import { create } from 'zustand'

/** Something that went wrong and has no place of its own on the screen. */
export type NoticeCode = 'not-kept' | 'chunk-gone' | 'worker-restarted' | 'unexpected'

interface Notices {
  readonly codes: readonly NoticeCode[]
  close(code: NoticeCode): void
}

/** What the page has to say until somebody closes it, each thing once. */
export const useNotices = create<Notices>()((set, get) => ({
  codes: [],
  close: (code) => set({ codes: get().codes.filter((each) => each !== code) }),
}))

/** Says something once. */
export function notice(code: NoticeCode): void {
  const { codes } = useNotices.getState()
  if (!codes.includes(code)) useNotices.setState({ codes: [...codes, code] })
}
