import { create } from 'zustand'

/** Whether this page may offer first tasks: not when opened by a link, until the user asks for it. */
export const useMayOfferFirstTasks = create<{ readonly offered: boolean }>()(() => ({ offered: true }))
