import { fromEvent } from 'file-selector'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useExports } from '@/store/exports'
import { useImports } from '@/store/imports'
import { failureOf } from '@/store/page/failure'
import classes from './DropTarget.module.css'

/**
 * Accepts files and folders dropped on any screen, and a table pasted on the data screen, and passes them to the data
 * screen.
 */
export function DropTarget() {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const take = (files: readonly File[]) => {
      if (files.length === 0) return
      useChentu.getState().setView({ mode: 'data' })
      void useExports.getState().bring(files)
    }
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      // The library walks folders through all their subfolders.
      fromEvent(event).then(
        (items) => take(items.flatMap((item) => (item instanceof File ? [item] : []))),
        (error) => useImports.getState().refuse([failureOf(error)]),
      )
    }
    const paste = (event: ClipboardEvent) => {
      const field = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      if (field || useChentu.getState().view.mode !== 'data') return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const files = [...(event.clipboardData?.files ?? [])]
      take(files.length > 0 ? files : text.trim() === '' ? [] : [new File([text], t('data.pasted'))])
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [t])

  return over ? (
    <div className={classes.over} aria-hidden="true">
      {t('data.drop')}
    </div>
  ) : null
}
