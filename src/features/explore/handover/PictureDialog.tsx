import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { STATUS_NAMES } from '@/domain/rules/status'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { useOpened } from '@/store/chentu'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import classes from './ExportDialog.module.css'
import { type SourceMark, usePicture } from './use-picture'

/** A4 across, at 96 pixels to the inch. */
const PAGE = { width: 1123, height: 794 }
const SCALES = [2, 4] as const
/** More symbols than this would cover the map of a page. */
const MOST_MARKS = 5000

/** The picture as one page of A4. Its letters are drawn, so that no machine needs a font. */
async function pdfOf(picture: Blob, title: string): Promise<Blob> {
  // Only who wants a PDF gets its library.
  const { pagePdf } = await import('@/io/papers/pdf')
  return pagePdf(new Uint8Array(await picture.arrayBuffer()), title)
}

/** Saves a map of what is shown as a picture for paper. */
export function PictureDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation()
  const { dataset, shown } = useOpened()
  const dialog = useRef<HTMLDialogElement>(null)
  const city = inLanguage(dataset.settings.city, i18n.language)
  const [title, setTitle] = useState(t('picture.title', { city }))
  const [scale, setScale] = useState<number>(2)
  const [whole, setWhole] = useState(true)
  const [format, setFormat] = useState<'png' | 'pdf'>('png')
  const [busy, setBusy] = useState(false)
  const draw = usePicture()
  useEffect(() => dialog.current?.showModal(), [])

  async function save() {
    if (!draw) return
    setBusy(true)
    try {
      const rows = await datasetWorker().shownRows(0, MOST_MARKS)
      const marks = rows.flatMap(({ position, kind: id, status }): SourceMark[] => {
        const kind = kindWithId(dataset.kinds, id)
        if (!position || !kind || kind.place === 'line') return []
        return [{ at: position, kind: id, status: STATUS_NAMES[status]! }]
      })
      const picture = await draw(title, marks, { ...PAGE, scale, whole })
      saveFile(format === 'pdf' ? await pdfOf(picture, title) : picture, `${title}.${format}`)
    } finally {
      setBusy(false)
    }
    dialog.current?.close()
  }

  return (
    <dialog ref={dialog} className={`dialog ${classes.dialog}`} aria-label={t('picture.open')} onClose={onClose}>
      <h2>{t('picture.open')}</h2>
      <label>
        <span>{t('picture.heading')}</span>
        <input value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label>
        <span>{t('picture.extent')}</span>
        <select value={String(whole)} onChange={(event) => setWhole(event.target.value === 'true')}>
          <option value="true">{t('picture.wholeCity')}</option>
          <option value="false">{t('picture.shown', { count: shown.total })}</option>
        </select>
      </label>
      <label>
        <span>{t('picture.size')}</span>
        <select value={scale} onChange={(event) => setScale(Number(event.target.value))}>
          {SCALES.map((each) => (
            <option key={each} value={each}>
              {t('picture.pixels', { scale: each, width: PAGE.width * each, height: PAGE.height * each })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('data.export.format')}</span>
        <select value={format} onChange={(event) => setFormat(event.target.value as typeof format)}>
          <option value="png">{'PNG'}</option>
          <option value="pdf">{t('picture.pdf')}</option>
        </select>
      </label>
      {shown.total > MOST_MARKS && <p className="quiet">{t('picture.most', { count: MOST_MARKS })}</p>}
      <div className="buttons">
        <button type="button" className="action" disabled={busy || !draw} onClick={() => void save()}>
          {t(busy ? 'picture.busy' : 'data.export.save')}
        </button>
        <button type="button" className="action" onClick={() => dialog.current?.close()}>
          {t('app.close')}
        </button>
      </div>
    </dialog>
  )
}
