import { useLoaderData } from '@remix-run/react'
import { fieldsOf } from '#app/domain/panels/sheets/sheet-form.ts'
import { useMessages } from '#app/ui/messages.tsx'
import type { sheetPage } from './page.server.ts'
import styles from './sheet.module.css'

/** The answers of a sheet as they were given. */
export function FilledSheet() {
  const { form, values } = useLoaderData<typeof sheetPage>()
  const { sheet: words, conclusion } = useMessages().panels
  return (
    <div>
      {form.questions.map(({ code, title, type, scale, options }) => {
        const names = fieldsOf(code)
        const value = values[names.value] ?? ''
        const shown =
          type === 'scale'
            ? value && `${value} — ${scale?.[Number(value)] ?? ''}`
            : (options?.find((one) => one.code === value)?.title ?? value)
        const none = values[names.none] === 'on'
        // of a sheet that was not finished, what was written beside no mark is shown, too
        if (!none && !value && !values[names.reason] && !values[names.at]) return null
        return (
          <section key={code} className={styles.question}>
            <h2>{title}</h2>
            {(none || shown) && <p className={styles.said}>{none ? words.notApplicable : shown}</p>}
            {values[names.reason] && <p className={styles.text}>{values[names.reason]}</p>}
            {values[names.at] && <p className={styles.hint}>{conclusion.evidence(values[names.at] ?? '')}</p>}
          </section>
        )
      })}
    </div>
  )
}
