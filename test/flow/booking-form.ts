/** The fields of a form, in its order. */
export type Fields = readonly (readonly [name: string, value: string | File])[];

export interface BookingWish {
  readonly assetIds: readonly string[];
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** `default`, `all` or a list. */
  readonly ports: string;
  /** null: the first contact the organisation has. */
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string } | null;
}

const startingNowMs = 60_000;

/** The fields of the booking form as a person would fill them in. */
export function bookingFields(page: string, wish: BookingWish): Fields {
  const list = wish.ports !== 'default' && wish.ports !== 'all';
  const known = /name="contact" value="(con_[0-9a-v]+)"/.exec(page)?.[1];
  const { contact } = wish;
  return [
    ['reservation', /name="reservation" value="(rsv_[0-9a-v]+)"/.exec(page)?.[1] ?? ''],
    ...wish.assetIds.map((id) => ['assets', id] as const),
    ...momentFields('opensAt', wish.opensAt),
    ...momentFields('closesAt', new Date(Math.ceil(wish.closesAt.getTime() / 60_000) * 60_000)),
    ...(Math.abs(wish.opensAt.getTime() - Date.now()) < startingNowMs ? [['startNow', 'yes'] as const] : []),
    ['ports', list ? 'list' : wish.ports],
    ['portList', list ? wish.ports : ''],
    ['contact', contact === null ? (known ?? 'new') : 'new'],
    ...(contact === null
      ? []
      : ([
          ['contactName', contact.name],
          ['contactEmail', contact.email],
          ['contactPhone', contact.phone],
        ] as const)),
    ['consent', 'yes'],
  ];
}

function momentFields(edge: 'opensAt' | 'closesAt', at: Date): Fields {
  const jst = new Date(at.getTime() + 9 * 3_600_000).toISOString();
  return [
    [`${edge}Year`, jst.slice(0, 4)],
    [`${edge}Month`, String(Number(jst.slice(5, 7)))],
    [`${edge}Day`, String(Number(jst.slice(8, 10)))],
    [`${edge}Time`, jst.slice(11, 16)],
  ];
}
