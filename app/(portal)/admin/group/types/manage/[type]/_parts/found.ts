import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findPermissionTable, type TablePage } from "@/lib/group-types/queries/find-permission-table";
import { findType, type TypePage } from "@/lib/group-types/queries/find-type";
import { currentViewer } from "@/lib/session/current";

export type TypeProps = {
  params: Promise<{ type: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Asked once per request: the page and its title. */
const find = cache(async (type: string): Promise<TypePage | null> => findType(await currentViewer(), type));

/** The type, for those who administer types; for everybody else it is not there. */
export async function foundType(params: TypeProps["params"]): Promise<TypePage> {
  return (await find((await params).type)) ?? notFound();
}

/** The title of a page of the type; of no type, nothing that tells. */
export async function titled(params: TypeProps["params"]): Promise<Metadata> {
  const type = await find((await params).type);
  return type ? { title: type.label } : {};
}

const findTable = cache(async (type: string, page: TablePage) =>
  findPermissionTable(await currentViewer(), type, page),
);

export async function foundTable(params: TypeProps["params"], page: TablePage) {
  return (await findTable((await params).type, page)) ?? notFound();
}

export async function titledTable(params: TypeProps["params"], page: TablePage, title: string): Promise<Metadata> {
  const table = await findTable((await params).type, page);
  return table ? { title: `${title} · ${table.type.label}` } : {};
}
