import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exchange } from '@/ledger/exchange'
import { useLedger } from '@/store/ledger'
import { saveFile } from '@/ui/save-file'

/** Takes in what a field team brings: verified byte by byte, merged, and answered with a receipt. */
export function FieldBundles() {
  const { t } = useTranslation()
  const load = useLedger((all) => all.load)
  const input = useRef<HTMLInputElement>(null)
  const [lines, setLines] = useState<readonly string[]>([])

  async function receive(files: readonly File[]) {
    const said: string[] = []
    for (const file of files) {
      const came = await exchange().receive(file, new Date().toISOString())
      if ('faults' in came) {
        const [first] = came.faults
        said.push(t('check.faulty', { file: file.name, fault: t(`check.fault.${first?.fault ?? 'unreadable'}`) }))
        continue
      }
      said.push(t('check.received', { file: file.name, fresh: came.fresh, photos: came.photos }))
      const receipt = new Blob([came.receipt], { type: 'application/json' })
      saveFile(receipt, `${file.name.replace(/\.zip$/, '')}-${t('check.receiptName')}.json`)
    }
    setLines(said)
    await load()
  }

  return (
    <section aria-label={t('check.fromField')}>
      <h3>{t('check.fromField')}</h3>
      <p className="quiet">{t('check.fromFieldHelp')}</p>
      <button type="button" className="action" onClick={() => input.current?.click()}>
        {t('check.take')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".zip"
        multiple
        hidden
        data-testid="bundles"
        onChange={(event) => {
          void receive([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <div role="status">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  )
}
