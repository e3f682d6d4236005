import { Button, LinkButton } from '#app/ui/button.tsx'
import { Checkbox, Fieldset, RadioGroup } from '#app/ui/choice.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Field, fieldId, Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

/** A form with every kind of field, after a refused send. */
export function FormsPage() {
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: '/cabinet', label: 'Кабинет' }]}
        title="Запрос экспертной группы"
        lead="Секретарь получит запрос сразу. Состав появится в кабинете после отбора."
      />
      <form>
        <Stack gap={3}>
          <FormErrors
            errors={[
              { field: fieldId('size'), text: 'Размер группы: от 3 до 15 человек' },
              { field: fieldId('email'), text: 'Укажите почту полностью' },
            ]}
          />
          <Field name="title" label="Название" required defaultValue="Экспертиза проекта Концепции" />
          <Field
            name="email"
            type="email"
            label="Почта для связи"
            hint="Её увидит только секретарь"
            error="Укажите почту полностью, например imya@site.example"
            defaultValue="institut@"
          />
          <Row>
            <Field
              name="size"
              type="number"
              label="Размер группы"
              error="От 3 до 15"
              defaultValue="2"
              required
            />
            <Field name="until" type="date" label="Ответ нужен до" defaultValue="2026-12-01" />
          </Row>
          <Select
            name="tier"
            label="Уровень"
            options={[
              { value: 'regional', label: 'Региональный' },
              { value: 'municipal', label: 'Муниципальный' },
            ]}
          />
          <Field name="password" type="password" label="Пароль" autoComplete="current-password" />
          <TextArea name="why" label="Пояснение" hint="Что важно знать экспертам о документе" />
          <RadioGroup
            name="how"
            legend="Как выбрать группу"
            defaultValue="lot"
            options={[
              { value: 'hand', label: 'Вручную', hint: 'Секретарь выбирает из списка подходящих' },
              { value: 'lot', label: 'По жребию', hint: 'Отбор сможет пересчитать каждый' },
            ]}
          />
          <Fieldset legend="Направления" hint="Группа закроет все отмеченные">
            <Checkbox
              name="direction"
              value="poe"
              label="Профессионально-общественная экспертиза"
              defaultChecked
            />
            <Checkbox name="direction" value="gia" label="ГИА" />
          </Fieldset>
          <Checkbox
            name="agree"
            label="Согласен на обработку персональных данных"
            required
            error="Без согласия запрос не отправить"
          />
          <Row>
            <Button look="main">Отправить запрос</Button>
            <Button>Сохранить черновик</Button>
            <Dialog trigger="Удалить" look="danger" title="Удалить запрос?" href="/removal">
              <Stack gap={2}>
                <p>Запрос исчезнет из вашего кабинета. Его можно вернуть в течение 30 дней.</p>
                <Row>
                  <Button look="danger">Удалить</Button>
                </Row>
              </Stack>
            </Dialog>
            <LinkButton look="quiet" href="/cabinet">
              Отменить
            </LinkButton>
            <Button disabled small>
              Недоступно
            </Button>
            <Button aria-busy="true" small>
              Отправляем
            </Button>
          </Row>
        </Stack>
      </form>
    </Page>
  )
}
