import { useTranslation } from 'react-i18next'
import { useChentu, useDataset } from '@/store/chentu'
import { decodeView, encodeView } from '@/store/view/link'
import type { View } from '@/store/view/view'
import { useVisibleBox, withVisibleBox } from '@/store/view/visible-box'
import { viewDayText } from '@/store/words/view-day'
import { usePreferences } from './preferences'

/** A name must fit one line of a menu. */
export const LONGEST_NAME = 40

const NONE: Readonly<Record<string, string>> = {}

/** The views saved on this device for the open package, and the actions on them. */
export function useSavedViews() {
  const { t } = useTranslation()
  const dataset = useDataset()
  const saved = usePreferences((state) => state.views[dataset.name]) ?? NONE
  const { keepView, renameView } = usePreferences.getState()
  return {
    /** In the order they were saved, except that integer names come first, as in object keys. */
    names: Object.keys(saved),
    /** The address of a view, for {@link put}. */
    addressOf: (name: string) => saved[name] ?? null,
    /** The day for which a view evaluates the sources when opened, in words. */
    dayOf: (name: string) => viewDayText(t, dataset, decodeView(saved[name] ?? '')),
    open(name: string) {
      const address = saved[name]
      if (address !== undefined) useChentu.getState().setView({ ...decodeView(address), data: dataset.checksum })
    },
    /**
     * Saves the current view and returns its address; replaces one with the same name. Without a day, the package's day
     * applies each time it is opened.
     */
    keep(name: string, dates: Partial<Pick<View, 'asOf' | 'month'>>): string {
      const view = { ...useChentu.getState().view, ...dates }
      // Without a camera it shows the whole city.
      const address = withVisibleBox(encodeView(view), view.camera && useVisibleBox.getState().box)
      keepView(dataset.name, name, address)
      return address
    },
    put: (name: string, address: string, place: number) => keepView(dataset.name, name, address, place),
    rename: (name: string, to: string) => renameView(dataset.name, name, to),
    remove: (name: string) => keepView(dataset.name, name, null),
  }
}
