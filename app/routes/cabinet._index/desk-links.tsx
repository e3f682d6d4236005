import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './cabinet-main.module.css'
import type { Place } from './desk.ts'

/** Where the person works; without duties it takes no place. */
export function Desk({ desk }: { desk: readonly Place[] }) {
  const words = useMessages().accounts.cabinet.desk
  if (desk.length === 0) return null
  return (
    <nav aria-labelledby="desk" className={styles.side}>
      <h2 id="desk">{words.title}</h2>
      <ul>
        {desk.map(({ code, href }) => (
          <li key={code}>
            <Anchor href={href}>{words[code]}</Anchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}
