import { create } from 'zustand'

/** Whether this page may offer what one tries first: not over a link that somebody opened, until a person asks for it. */
export const useFirstOffer = create<{ readonly offered: boolean }>()(() => ({ offered: true }))
