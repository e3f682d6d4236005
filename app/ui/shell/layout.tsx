/**
 * The frame of every page. It knows no domain: navigation, visitor and words come as props.
 * `<html>` carries `settingsAttributes(settings)`; tokens.css does the rest.
 */
import { type ReactNode, useEffect } from 'react'
import { SkipLink } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { closeTabs, watchTab } from '#app/ui/tab-words.ts'
import { Toast, type ToastMessage } from '#app/ui/toast.tsx'
import type { ReadingSettings } from '#content/settings.ts'
import { DemoBanner } from './demo-banner.tsx'
import { Footer, type FooterProps } from './footer.tsx'
import { Header, type HeaderProps } from './header.tsx'
import styles from './layout.module.css'
import { SightPanel } from './sight-panel.tsx'
import { Tools } from './tools.tsx'

export type SiteProps = Omit<HeaderProps, 'sightOn'> & {
  children: ReactNode
  settings: ReadingSettings
  footer: FooterProps
  /** Demonstration data are loaded: every page says so. */
  demo?: boolean
  /** The result of the last action. */
  toast?: ToastMessage | null
  /** The visitor has just signed out by the button. */
  left?: boolean
}

/** The page between header and footer; `children` become the content of `<main>`. */
export function Site({ children, settings, footer, demo, toast, left, ...header }: SiteProps) {
  const visitor = header.visitor?.number ?? null
  useEffect(() => watchTab(visitor), [visitor])
  useEffect(() => {
    if (left) closeTabs()
  }, [left])
  const { shell } = useMessages()
  const sightOn = settings.sight.on
  return (
    <div className={styles.site}>
      <SkipLink to="content">{shell.skip}</SkipLink>
      <aside className={styles.strip} aria-label={shell.strip}>
        {demo && <DemoBanner />}
        <div data-print="off" className={styles.tools}>
          <Tools back={header.path} sightOn={sightOn} />
        </div>
      </aside>
      {sightOn && <SightPanel sight={settings.sight} back={header.path} />}
      <Header {...header} sightOn={sightOn} />
      <Toast message={toast} />
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer {...footer} />
    </div>
  )
}
