import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { STATUS_NAMES } from '@/domain/rules/status'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { useOpened } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { type SourceMark, usePicture } from './use-picture'

/** A4 across, at 96 pixels to the inch. */
const PAGE = { width: 1123, height: 794 }
const SCALES = [2, 4] as const
/** More symbols than this would cover the map of a page. */
const MOST_MARKS = 5000

/** The picture as one page of A4. Its letters are drawn, so that no machine needs a font. */
async function pdfOf(picture: Blob, title: string): Promise<Blob> {
  // Loaded only when a PDF is made.
  const { pagePdf } = await import('@/io/papers/pdf')
  return pagePdf(new Uint8Array(await picture.arrayBuffer()), title)
}

/** Saves a map of what is shown as a picture for paper. */
export function PictureDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation()
  const { dataset, shown } = useOpened()
  const city = inLanguage(dataset.settings.city, i18n.language)
  const [title, setTitle] = useState(t('picture.title', { city }))
  const [scale, setScale] = useState<number>(2)
  const [whole, setWhole] = useState(true)
  const [format, setFormat] = useState<'png' | 'pdf'>('png')
  const { running, problems, attempt } = useAttempt()
  const draw = usePicture(true)

  async function save() {
    if (!draw) return
    const rows = await datasetWorker().shownRows(0, MOST_MARKS)
    const marks = rows.flatMap(({ position, kind: id, status }): SourceMark[] => {
      const kind = kindWithId(dataset.kinds, id)
      if (!position || !kind || kind.place === 'line') return []
      return [{ at: position, kind: id, status: STATUS_NAMES[status]! }]
    })
    const picture = await draw(title, marks, { ...PAGE, scale, whole })
    saveFile(format === 'pdf' ? await pdfOf(picture, title) : picture, `${title}.${format}`)
  }

  return (
    <Dialog
      title={t('picture.open')}
      onClose={onClose}
      actions={
        <Button
          weight="primary"
          disabled={running || !draw}
          onClick={async () => {
            if (await attempt(save)) onClose()
          }}
        >
          {t(running ? 'picture.busy' : 'data.export.save')}
        </Button>
      }
    >
      <Refused problems={problems} />
      <label className={form.field}>
        <span>{t('picture.heading')}</span>
        <input value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <Select
        label={t('picture.extent')}
        value={String(whole)}
        options={[
          { value: 'true', label: t('picture.wholeCity') },
          { value: 'false', label: t('picture.shown', { count: shown.total }) },
        ]}
        onChange={(next) => setWhole(next === 'true')}
      />
      <Select
        label={t('picture.size')}
        value={String(scale)}
        options={SCALES.map((each) => ({
          value: String(each),
          label: t('picture.pixels', { scale: each, width: PAGE.width * each, height: PAGE.height * each }),
        }))}
        onChange={(next) => setScale(Number(next))}
      />
      <Select
        label={t('data.export.format')}
        value={format}
        options={[
          { value: 'png', label: 'PNG' },
          { value: 'pdf', label: t('picture.pdf') },
        ]}
        onChange={setFormat}
      />
      {shown.total > MOST_MARKS && <p className="quiet">{t('picture.most', { count: MOST_MARKS })}</p>}
    </Dialog>
  )
}
