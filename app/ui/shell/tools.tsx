import { classes } from '#app/ui/classes.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useLocale, useMessages } from '#app/ui/messages.tsx'
import { type Locale, locales } from '#content/messages/locales.ts'
import { SettingsForm } from './settings-form.tsx'
import styles from './tools.module.css'

type ToolsProps = { back: string; sightOn: boolean; className?: string }

/** Reading settings at hand: the sight version, the theme, the language. */
export function Tools({ back, sightOn, className }: ToolsProps) {
  const { shell } = useMessages()
  return (
    <SettingsForm back={back} className={classes(styles.tools, className)}>
      {!sightOn && (
        <>
          <button type="submit" name="sight" value="on" className={styles.tool}>
            <Icon name="eye" /> {shell.sight.link}
          </button>
          <button type="submit" name="theme" value="dark" className={classes(styles.tool, styles.toDark)}>
            <Icon name="moon" /> {shell.theme.toDark}
          </button>
          <button type="submit" name="theme" value="light" className={classes(styles.tool, styles.toLight)}>
            <Icon name="sun" /> {shell.theme.toLight}
          </button>
        </>
      )}
      <LanguageButtons />
    </SettingsForm>
  )
}

function LanguageButtons() {
  const { shell } = useMessages()
  const { locale } = useLocale()
  return locales
    .filter((other: Locale) => other !== locale)
    .map((other) => (
      <button key={other} type="submit" name="locale" value={other} lang={other} className={styles.tool}>
        {shell.language[other]}
      </button>
    ))
}
