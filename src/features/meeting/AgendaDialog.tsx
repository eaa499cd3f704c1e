import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AgendaItem, SCENES } from '@/io/package/descriptor'
import { useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useAttempt } from '@/store/page/use-attempt'
import { takeStep } from '@/store/steps/step'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import { Refused } from '@/ui/Refused'
import { datasetWorker } from '@/workers/client'
import { AgendaItems } from './AgendaItems'
import { itemsOf, meetingWith } from './agenda'
import { FirstCounties } from './FirstCounties'

/** The order of the scenes, by drag or by buttons, with the speaker's notes; kept with the package. */
export function AgendaDialog({ onSaved, onClose }: { onSaved(): void; onClose(): void }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const [items, setItems] = useState<readonly AgendaItem[]>(() => itemsOf(dataset))
  const [counties, setCounties] = useState<readonly string[]>(() => dataset.settings.meeting?.counties ?? [])
  const { running, problems, attempt } = useAttempt()

  async function save() {
    const meeting = meetingWith(dataset, { agenda: [...items], counties: [...counties] })
    if (!(await attempt(() => takeStep(datasetWorker().saveMeeting(meeting, t('meeting.agenda')))))) return
    onSaved()
    onClose()
  }

  return (
    <Dialog
      title={t('meeting.agenda')}
      size="medium"
      closedBy="closerequest"
      onClose={onClose}
      actions={
        <Button weight="primary" disabled={running} onClick={() => void save()}>
          {t('meeting.keepAgenda')}
        </Button>
      }
    >
      <Refused problems={problems} />
      <AgendaItems items={items} onChange={setItems} />
      <SceneChoice onAdd={(item) => setItems([...items, item])} />
      <p className="quiet">{t('meeting.viewHelp')}</p>
      <FirstCounties codes={counties} onChange={setCounties} />
    </Dialog>
  )
}

/** A scene to add: one of the kinds, or a view that was saved on this device. */
function SceneChoice({ onAdd }: { onAdd(item: AgendaItem): void }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const views = usePreferences((state) => state.views[dataset.name]) ?? {}

  function add(value: string) {
    const name = value.slice(1)
    if (value.startsWith('=')) return onAdd({ scene: 'pinned', notes: '', title: name, view: views[name] ?? '' })
    const scene = SCENES.find((each) => each === value)
    if (scene) onAdd({ scene, notes: '' })
  }

  return (
    <Select<string>
      label={t('meeting.addScene')}
      value=""
      placeholder={t('meeting.choose')}
      options={[
        ...SCENES.filter((scene) => scene !== 'pinned').map((scene) => ({
          value: scene as string,
          label: t(`meeting.scene.${scene}`),
        })),
        ...Object.keys(views).map((name) => ({ value: `=${name}`, label: t('meeting.view', { name }) })),
      ]}
      onChange={add}
    />
  )
}
