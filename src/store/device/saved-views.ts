import { useTranslation } from 'react-i18next'
import { useChentu, useDataset } from '@/store/chentu'
import { decodeView, encodeView } from '@/store/view/link'
import { useSeenBox, withSeen } from '@/store/view/seen-box'
import type { View } from '@/store/view/view'
import { viewDayText } from '@/store/words/view-day'
import { usePreferences } from './preferences'

/** A name is one line of a menu. */
export const LONGEST_NAME = 40

const NONE: Readonly<Record<string, string>> = {}

/** The views that this device keeps under a name for the package that is open, and what can be done with them. */
export function useSavedViews() {
  const { t } = useTranslation()
  const dataset = useDataset()
  const saved = usePreferences((state) => state.views[dataset.name]) ?? NONE
  const { keepView, renameView } = usePreferences.getState()
  return {
    /** In the order in which they were kept, names that are whole numbers first: as an object has its keys. */
    names: Object.keys(saved),
    /** The address of one, for {@link put}. */
    addressOf: (name: string) => saved[name] ?? null,
    /** By which day one judges the sources whenever it is opened, in words. */
    dayOf: (name: string) => viewDayText(t, dataset, decodeView(saved[name] ?? '')),
    open(name: string) {
      const address = saved[name]
      if (address !== undefined) useChentu.getState().setView({ ...decodeView(address), data: dataset.checksum })
    },
    /**
     * Keeps what is on the screen, and gives its address; one of this name is replaced. Without a day it is judged by the
     * package's own, each time that it is opened.
     */
    keep(name: string, dates: Partial<Pick<View, 'asOf' | 'month'>>): string {
      const view = { ...useChentu.getState().view, ...dates }
      // Without a camera it is the whole city.
      const address = withSeen(encodeView(view), view.camera && useSeenBox.getState().box)
      keepView(dataset.name, name, address)
      return address
    },
    put: (name: string, address: string, place: number) => keepView(dataset.name, name, address, place),
    rename: (name: string, to: string) => renameView(dataset.name, name, to),
    remove: (name: string) => keepView(dataset.name, name, null),
  }
}
