import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePassphrase } from '@/store/page/passphrase'
import { Button } from '@/ui/controls/Button'
import classes from './PassphraseField.module.css'

/** A shorter one is found by trying all, however slow each try is made. */
const LEAST = 8

/** Whether a passphrase was begun that is too short to seal a file with; without any, a file is not sealed. */
export const isTooShort = (passphrase: string): boolean => passphrase !== '' && [...passphrase].length < LEAST

/**
 * The passphrase of the bundles made here. It can be shown, since a typing error makes a file that nobody can open. It
 * says what it protects: the file, not the tablet, whose storage is not encrypted.
 */
export function PassphraseField() {
  const { t } = useTranslation()
  const { passphrase, setPassphrase } = usePassphrase()
  const [isShown, setShown] = useState(false)
  return (
    <div>
      <div className={classes.row}>
        <label>
          <span>{t('check.passphraseNew', { count: LEAST })}</span>
          <input
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            autoCapitalize="none"
            spellCheck={false}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </label>
        <Button aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {t('check.passphraseShow')}
        </Button>
      </div>
      {isTooShort(passphrase) && <p role="alert">{t('check.passphraseShort', { count: LEAST })}</p>}
      <p className="quiet">{t('check.passphraseHelp')}</p>
      {passphrase !== '' && <p className="quiet">{t('brought.remembered')}</p>}
    </div>
  )
}
