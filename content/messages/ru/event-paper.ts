/** Words of a certificate of an event: the paper is Russian, the check page speaks both languages. */
export const eventPaper = {
  title: (number: string) => `Сертификат № ${number}`,
  person: (number: number) => `Номер на площадке: ${number}`,
  lead: {
    participant: 'Участие в мероприятии отмечено организатором.',
    speaker: 'Выступление стоит в программе мероприятия, мероприятие состоялось.',
  },
  columns: ['Сведения', 'Значение'],
  rows: { event: 'Мероприятие', days: 'Дата', organisation: 'Организатор', role: 'Роль' },
  days: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
  roles: { participant: 'участник', speaker: 'выступающий' },
  codeAlt: (address: string) => `Код проверки: ${address}`,
  check: (code: string, address: string) => `Проверить сертификат: ${address}, код ${code}`,
  page: (page: number, pages: number) => `страница ${page} из ${pages}`,
}
