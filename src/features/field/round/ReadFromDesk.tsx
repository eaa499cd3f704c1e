import { type ReactNode, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDeskQr } from '@/ledger/desk-key'
import { exchangeWorker } from '@/ledger/exchange'
import { detectExchangeFile, type ExchangeFileType } from '@/ledger/exchange-file'
import { useChain } from '@/store/ledger/use-chain'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'

const CodeCamera = lazyPart(() => import('@/ui/CodeCamera'))

interface Props {
  /** Labels of the two buttons, and what to hold before the camera. */
  readonly words: { readonly file: string; readonly scan: string; readonly aim: string }
  /** Whether choosing a file is the main action here. */
  readonly isPrimary?: boolean
  readonly testId: string
  /** Further buttons. */
  readonly children?: ReactNode
  /** Called with a file and its detected type, whichever button was used; `named` describes that type in words. */
  onFile(what: ExchangeFileType, file: File, named: string): Promise<void>
  /** Called with the text of complete QR codes. */
  onText(text: string): void
  /** Called with a desk's own QR code. */
  onDesk?(text: string): void
  onFailed(error: unknown): void
}

/** Reads what the desk hands to a tablet: a file, or QR codes in front of the camera. */
export function ReadFromDesk({ words, isPrimary = false, testId, children, onFile, onText, onDesk, onFailed }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [scanning, setScanning] = useState(false)
  const chain = useChain((bytes) => onText(new TextDecoder().decode(bytes)))

  async function read(file: File) {
    const what = await detectExchangeFile(file)
    await onFile(what, file, t(`brought.atTablet.${what}`, { file: file.name }))
  }

  return (
    <>
      <nav aria-label={words.file}>
        <Button weight={isPrimary ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
          {words.file}
        </Button>
        <Button aria-pressed={scanning} onClick={() => setScanning(!scanning)}>
          {words.scan}
        </Button>
        {children}
      </nav>
      <Suspense fallback={null}>
        {scanning && (
          <CodeCamera
            read={(picture) => exchangeWorker().readCode(picture)}
            said={chain.seen.of === 0 ? words.aim : t('check.qrSeen', { have: chain.seen.have, count: chain.seen.of })}
            onText={(text) => {
              const isDesk = onDesk !== undefined && readDeskQr(text) !== null
              if (isDesk) onDesk(text)
              const done = isDesk || chain.add(text)
              if (done) setScanning(false)
              return done
            }}
            onClose={() => setScanning(false)}
          />
        )}
      </Suspense>
      <input
        ref={input}
        type="file"
        accept=".json,.zip,.age,application/json"
        hidden
        data-testid={testId}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) read(file).catch(onFailed)
          event.target.value = ''
        }}
      />
    </>
  )
}
