import { IconMenu2, IconSun, IconUser } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Origin } from '@/features/field/around/use-origin'
import { AuthorDialog } from '@/features/field/people/AuthorDialog'
import { useCompanions } from '@/features/field/people/use-companions'
import { useShift } from '@/features/field/people/use-shift'
import { deliveryCounts, OPEN_STATES } from '@/ledger/delivery'
import { tallyOf } from '@/ledger/tally'
import { useChentu } from '@/store/chentu'
import { usePageLanguage } from '@/store/device/page-language'
import { usePreferences } from '@/store/device/preferences'
import { chooseTheme, useThemeChoice } from '@/store/device/theme-choice'
import { useLedger } from '@/store/ledger'
import { useRecordsWithDelivery } from '@/store/ledger/use-records-with-delivery'
import { useManual } from '@/store/page/manual'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { MODES } from '@/store/view/view'
import { sortsLine } from '@/store/words/tally-line'
import { Menu } from '@/ui/controls/Menu'
import classes from './FieldHeader.module.css'
import { FindByName } from './FindByName'
import { PositionDot } from './PositionDot'

interface Props {
  /** Place from which distances are measured. */
  readonly origin: Origin
  /** Whether the user chose the place from which distances are measured. */
  readonly isChosen: boolean
  onPosition(): void
}

/** The field screen's header: author, position, records to hand in, sun mode, and a menu. */
export function FieldHeader({ origin, isChosen, onPosition }: Props) {
  const { t } = useTranslation()
  const author = useLedger((all) => all.author)
  const setView = useChentu((state) => state.setView)
  const ask = useRequestedDialog((state) => state.ask)
  const openManual = useManual((state) => state.open)
  const { next } = useThemeChoice()
  const { change: changeLanguage } = usePageLanguage()
  const { sun, rain, cameraAtNo, ...set } = usePreferences()
  const records = useRecordsWithDelivery()
  const counts = deliveryCounts(records, 0)
  const waiting = OPEN_STATES.filter((each) => counts[each] > 0)
  /** What the counts are made of. */
  const counted = waiting.map((each) =>
    t('handing.chip.counted', {
      count: t(`handing.chip.${each}`, { count: counts[each] }),
      sorts: sortsLine(t, tallyOf(records.filter(({ state }) => state === each).map(({ event }) => event))),
    }),
  )
  const [open, setOpen] = useState<'writer' | 'shift' | 'find' | null>(null)
  const { companions } = useCompanions(author)
  const { isNew, begin } = useShift()
  useEffect(() => {
    if (isNew) setOpen('shift')
  }, [isNew])
  const close = () => {
    if (open === 'shift') begin()
    setOpen(null)
  }
  const label = author
    ? companions.length > 0
      ? t('people.withCompanions', { name: author, names: companions.join(t('ui.comma')) })
      : t('tablet.writer', { name: author })
    : t('tablet.noWriter')
  const screens = t('tablet.screens')
  const settings = t('tablet.settings')
  return (
    <header className={classes.header}>
      <h1 className="unseen">{t('app.name')}</h1>
      <button type="button" className={classes.writer} aria-label={label} onClick={() => setOpen('writer')}>
        <IconUser size={22} aria-hidden="true" />
        <span>{author || t('tablet.noWriter')}</span>
        {companions.length > 0 && <b>{`+${companions.length}`}</b>}
      </button>
      <PositionDot isChosen={isChosen} onPress={onPosition} />
      <button
        type="button"
        className={classes.handing}
        title={waiting.length > 0 ? [...counted, t('handing.chip.note')].join(t('ui.semicolon')) : t('handing.title')}
        onClick={() => set.setFieldTab('office')}
        data-waits={waiting.length > 0}
      >
        {waiting.map((each) => (
          <span key={each}>{t(`handing.chip.${each}`, { count: counts[each] })}</span>
        ))}
        {waiting.length === 0 && t(counts.received > 0 ? 'handing.allReceived' : 'handing.nothing')}
      </button>
      <button type="button" aria-label={t('near.sun')} aria-pressed={sun} onClick={() => set.setSun(!sun)}>
        <IconSun size={26} aria-hidden="true" />
      </button>
      <Menu
        className={classes.menu!}
        icon={<IconMenu2 size={24} aria-hidden="true" />}
        label={t('tablet.menu')}
        entries={[
          { key: 'find', label: t('tablet.find'), onChoose: () => setOpen('find') },
          ...MODES.filter((mode) => mode !== 'field').map((mode) => ({
            key: mode,
            group: screens,
            label: t(`mode.${mode}`),
            onChoose: () => setView({ mode }),
          })),
          {
            key: 'rain',
            group: settings,
            label: t(rain ? 'tablet.rainOff' : 'tablet.rain'),
            onChoose: () => set.setRain(!rain),
          },
          {
            key: 'camera',
            group: settings,
            label: t(cameraAtNo ? 'draw.cameraAtNoOff' : 'draw.cameraAtNo'),
            onChoose: () => set.setCameraAtNo(!cameraAtNo),
          },
          {
            key: 'theme',
            group: settings,
            label: next === 'system' ? t('app.theme.system') : t(`tablet.${next}`),
            onChoose: () => chooseTheme(next),
          },
          {
            key: 'language',
            group: settings,
            label: t('app.languageShort'),
            onChoose: changeLanguage,
          },
          { key: 'manual', group: settings, label: t('manual.title'), onChoose: () => openManual('field') },
          { key: 'help', group: settings, label: t('keys.title'), onChoose: () => ask({ dialog: 'help' }) },
        ]}
      />
      {(open === 'writer' || open === 'shift') && <AuthorDialog isNewDay={open === 'shift'} onClose={close} />}
      {open === 'find' && <FindByName origin={origin} onClose={() => setOpen(null)} />}
    </header>
  )
}
