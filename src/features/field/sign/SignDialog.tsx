import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { useRefused } from '@/features/field/record/use-refused'
import type { Signature } from '@/ledger/event'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { CheckReading } from './CheckReading'
import classes from './SignDialog.module.css'
import { SignPad } from './SignPad'
import { NO_WORDS, UnsignedForm, unsignedOf, type Why } from './UnsignedForm'
import { type RecordOfSource, useCheckText } from './use-check-text'

interface Props extends RecordOfSource {
  /** Contact persons of the site in the data. */
  readonly contacts: readonly string[]
  onClose(): void
}

const HOW = ['signed', 'refused', 'absent'] as const

/**
 * Someone at the site reads the whole record and signs with a finger. The signature is stored as a picture with its
 * hash, beside the record's hash. If nobody signs, the reason and the witnesses are recorded.
 */
export function SignDialog({ contacts, onClose, ...of }: Props) {
  const { t } = useTranslation()
  const append = useLedger((all) => all.append)
  const refusedFor = useRefused()
  const { text } = useCheckText(of)
  const [how, setHow] = useState<(typeof HOW)[number]>('signed')
  const [name, setName] = useState('')
  const [words, setWords] = useState(NO_WORDS)
  const [read, setRead] = useState<{ readonly line: () => Promise<Blob> } | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  /** What is still to be done before it can be saved. */
  const lacks =
    how === 'signed'
      ? [...(name.trim() === '' ? (['name'] as const) : []), ...(read === null ? (['line'] as const) : [])]
      : [...(words.reason.trim() === '' ? (['reason'] as const) : [])]

  /** The reason is cleared, since each choice has its own reasons. */
  function change(next: typeof how) {
    if (next !== how) setWords({ ...words, reason: '' })
    setHow(next)
  }

  async function write(body: Pick<Signature, 'name' | 'photos' | 'unsigned'>, line: Blob | null) {
    const { id, hash, body: record } = of.record.event
    const signature = { type: 'signature', target: record.target, event: id, eventHash: hash, ...body } as const
    const stored = line ? [{ hash: body.photos[0]!.hash, original: line, shown: line }] : []
    await append(signature, stored, null)
  }

  async function signed() {
    const line = await read!.line()
    const hash = bytesToHex(sha256(new Uint8Array(await line.arrayBuffer())))
    const ref = { hash, bytes: line.size, at: new Date().toISOString(), position: null, taken: null }
    await write({ name: name.trim(), photos: [ref] }, line)
  }

  async function save() {
    setBusy(true)
    setFault('')
    try {
      if (how === 'signed') await signed()
      else await write({ name: '', photos: [], unsigned: unsignedOf(how as Why, words) }, null)
      onClose()
    } catch (error) {
      setFault(refusedFor(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={t('sign.dialog')}
      size="large"
      closedBy="closerequest"
      closeLabel={t('sign.cancel')}
      onClose={onClose}
      actions={
        <>
          {lacks.length > 0 && (
            <span className="quiet" role="status">
              {t('sign.lacks', { what: lacks.map((each) => t(`sign.lack.${each}`)).join(t('ui.comma')) })}
            </span>
          )}
          <HoldInRainButton weight="primary" disabled={lacks.length > 0 || busy} onPress={() => void save()}>
            {t(how === 'signed' ? 'sign.save' : 'sign.saveUnsigned')}
          </HoldInRainButton>
        </>
      }
    >
      <div className={classes.sign}>
        <CheckReading text={text} />
        <div className={classes.part}>
          <div className={classes.how}>
            {HOW.map((each) => (
              <Button key={each} aria-pressed={how === each} onClick={() => change(each)}>
                {t(`sign.how.${each}`)}
              </Button>
            ))}
          </div>
          {how === 'signed' ? (
            <>
              <div className={classes.names}>
                {contacts.map((each) => (
                  <Button key={each} aria-pressed={name === each} onClick={() => setName(each)}>
                    {each}
                  </Button>
                ))}
                <label>
                  <span>{t('sign.name')}</span>
                  <input value={name} maxLength={40} onChange={({ target }) => setName(target.value)} />
                </label>
              </div>
              <SignPad onDrawn={(line) => setRead(line && { line })} />
              <p className="quiet">{t('sign.help')}</p>
            </>
          ) : (
            <UnsignedForm why={how} words={words} contacts={contacts} onChange={setWords} />
          )}
          {fault && <p role="alert">{fault}</p>}
        </div>
      </div>
    </Dialog>
  )
}
