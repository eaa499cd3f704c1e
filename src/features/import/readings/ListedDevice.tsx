import { useTranslation } from 'react-i18next'
import { useRoleLabel } from '@/features/import/role-label'
import type { KnownMonitor } from '@/questions/monitors/known-monitors'
import { Button } from '@/ui/controls/Button'

interface Props {
  /** The device code of the file. */
  readonly code: string
  /** The listed device that the file itself identifies; its code is not asked about. */
  readonly sure: KnownMonitor | undefined
  /** The code under which the device will be stored. */
  readonly keptAs: string
  /** The listed device with that code. */
  readonly listed: KnownMonitor | undefined
  /** Whether that code was proposed because the file's name begins with it. */
  readonly isOfFileName: boolean
  readonly like: readonly KnownMonitor[]
  onSay(as: string): void
}

/** Which listed device a device of the files is, and unless the file says so the code under which to store it. */
export function ListedDevice({ code, sure, keptAs, listed, isOfFileName, like, onSay }: Props) {
  const { t } = useTranslation()
  const kindOf = useRoleLabel()
  const nameOf = ({ kind, name, code, at }: KnownMonitor) =>
    t('readings.knownAs', { kind: kindOf(kind), name: name || code }) + (at ? t('readings.knownAt', { at }) : '')
  if (sure)
    return (
      <>
        {nameOf(sure)}
        {keptAs !== code && <small>{t('readings.keptUnder', { code: keptAs })}</small>}
      </>
    )
  // The code may be another one of the same device; readings of earlier files are under its number.
  const offered = [...like, ...(listed && listed.code !== '' ? [listed] : [])].filter(
    (each, at, all) => each.code !== keptAs && all.findIndex((other) => other.code === each.code) === at,
  )
  return (
    <>
      {listed ? nameOf(listed) : <small>{t('readings.unknown')}</small>}
      {isOfFileName && <small>{t('readings.codeOfFileName')}</small>}
      <input
        aria-label={t('readings.keptAs', { code })}
        value={keptAs}
        onChange={({ target }) => onSay(target.value)}
      />
      {offered.map((each) => (
        <Button key={each.code} weight="quiet" onClick={() => onSay(each.code)}>
          {t('readings.isLike', { kind: kindOf(each.kind), name: each.name, code: each.code })}
        </Button>
      ))}
    </>
  )
}
