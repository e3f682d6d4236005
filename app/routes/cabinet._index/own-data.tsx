import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './cabinet-main.module.css'

/** Papers and data: where to take the ones, and to see, correct or withdraw the others. */
export function OwnData({ open, given }: { open: boolean; given: number }) {
  const { accounts, ownData } = useMessages()
  const { start, tabs } = accounts.cabinet
  return (
    <>
      <section aria-labelledby="own-papers" className={styles.side}>
        <h2 id="own-papers">{ownData.statements.title}</h2>
        <p className={styles.quiet}>{given > 0 ? start.given(given) : start.papers}</p>
        <Anchor href="/cabinet/papers">{start.getPapers}</Anchor>
      </section>
      <section aria-labelledby="own-data" className={styles.side}>
        <h2 id="own-data">{start.groups.data}</h2>
        <p className={styles.quiet}>{open ? start.nameOpen : start.nameHidden}</p>
        <ul>
          <li>
            <Anchor href="/cabinet/consents">{tabs.consents}</Anchor>
          </li>
          <li>
            <Anchor href="/cabinet/corrections">{tabs.corrections}</Anchor>
          </li>
          <li>
            <Anchor href="/cabinet/access">{tabs.access}</Anchor>
          </li>
        </ul>
      </section>
    </>
  )
}
