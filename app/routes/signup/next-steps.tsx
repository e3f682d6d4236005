import { useMessages } from '#app/ui/messages.tsx'
import styles from './next-steps.module.css'

/** What follows a sign-up, so that nobody wonders where the letter is. */
export function NextSteps() {
  const { next } = useMessages().accounts.signUp
  return (
    <section className={styles.next} aria-labelledby="next-title">
      <h2 id="next-title">{next.title}</h2>
      <ol>
        {next.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
