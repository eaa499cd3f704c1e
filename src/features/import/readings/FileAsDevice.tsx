import { useTranslation } from 'react-i18next'
import type { ReadingsReview } from '@/workspace/readings/readings-desk'

interface Props extends Pick<ReadingsReview, 'asDevices'> {
  /** Codes proposed because the file's name begins with them, by that name. */
  readonly ofFileNames: Readonly<Record<string, string>>
  /** Codes under which devices are to be stored, by device code. */
  readonly codes: Readonly<Record<string, string>>
}

/** Files that name no device: under which code their readings are stored, and where that code comes from. */
export function FileAsDevice({ asDevices, ofFileNames, codes }: Props) {
  const { t } = useTranslation()
  const all = asDevices.flatMap(({ file, names }) =>
    names.map((name) => ({ file, name, code: codes[name]?.trim() || name })),
  )
  const isBegin = ({ name, code }: { readonly name: string; readonly code: string }) => ofFileNames[name] === code
  const listed = (some: readonly string[]) => [...new Set(some)].join(t('ui.comma'))
  return ([true, false] as const).map((begins) => {
    const own = all.filter((each) => isBegin(each) === begins)
    if (own.length === 0) return null
    const [files, of] = [listed(own.map(({ file }) => file)), listed(own.map(({ code }) => code))]
    return (
      <p key={`${begins}`} role="note">
        {begins ? t('readings.fileNameBegins', { files, codes: of }) : t('readings.fileAsDevice', { files, names: of })}
      </p>
    )
  })
}
