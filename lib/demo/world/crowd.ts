/** The many: 87 people from fifteen shores, put together from first and second names, always the same. */
import { diceFor } from "./dice";
import type { WorldPerson } from "./people";

const SIZE = 87;

const SHORES: readonly { readonly first: string; readonly second: string }[] = [
  {
    first: "Aoife Ciarán Niamh Oisín Saoirse Fionn",
    second: "Ó_Sé Ní_Dhomhnaill Mac_Giolla_Bríde Byrne Ó_Flaithearta",
  },
  { first: "Astrid Bjørn Ingrid Håkon Solveig Åse", second: "Ødegård Lunde Bråten Hårstad Nygård Sæther" },
  { first: "Chloé François Hélène Loïc Maëlle Théo", second: "Lefèvre Gagné Côté Béranger Noël Gauthier" },
  { first: "Íñigo Belén Martín Inés Andrés Nuria", second: "Muñoz Ibáñez Peña Garcés Zúñiga Cañizares" },
  { first: "Łukasz Agnieszka Świętosława Zbigniew Małgorzata Jędrzej", second: "Wójcik Żak Gołąb Śliwa Dąbek Kuś" },
  { first: "Jiří Věra Tomáš Řehoř Alžběta Ondřej", second: "Jirků Krejčí Petrů Tachecí Hromádků Václavů" },
  { first: "Анна Борис Ольга Фёдор Ксения Пётр", second: "Лебедь Соловей Журавлёв Кузнец Зимин Рыбак" },
  { first: "Αλέξης Ελένη Γιώργος Δάφνη Νίκος Χαρά", second: "Βέργου Ρήγας Κόκκινος Μελάς Θαλασσινού Φωτεινού" },
  { first: "Ayşe Çağan Gül Işık Ömer Şule", second: "Yıldız Öztürk Gökçe Çelik Şahin Ağaoğlu" },
  { first: "نور سمير هدى كريم رانية يوسف", second: "النجّار البحري القاسم الحدّاد منصور شاهين" },
  { first: "נועה יונתן תמר אורי שירה איתן", second: "כהן מזרחי פרידמן אלון ברק שחר" },
  { first: "Chidi Amara Ifeoma Obinna Adaeze Emeka", second: "Ọlájídé Eze Okafor Nwọsu Balógun Adéyẹmí" },
  { first: "Linh Minh Trâm Đức Hương Quân", second: "Đặng Phạm Huỳnh Võ Bùi Đỗ" },
  { first: "Kaia Rangi Mere Wiremu Hine Tāne", second: "Ngāta Pōtae Kākā Tūwhare Rākete Māhuta" },
  { first: "Edith Rowan Winifred Tobias Harriet Jasper", second: "Penhaligon Thistlewood Oakes Larkspur Quill Marsh" },
];

export const CROWD: readonly WorldPerson[] = peopleOf(SHORES);

function peopleOf(shores: typeof SHORES): WorldPerson[] {
  const rows = shores.map(({ first, second }, n) => namesOf(`shore ${n}`, first, second));
  const names = Array.from({ length: SIZE }, (_, n) => rows[n % rows.length]?.[Math.floor(n / rows.length)]);
  const known = names.filter((name) => name !== undefined);
  const dice = diceFor("what the crowd may do");
  return known.map((name) => ({ name, roles: rolesFor(dice.throw(100)) }));
}

/** Each first name once, so that no two people of a shore are called alike. */
function namesOf(seed: string, first: string, second: string): string[] {
  const dice = diceFor(seed);
  const seconds = dice.shuffled(second.split(" "));
  return dice.shuffled(first.split(" ")).map((one, n) => `${one} ${seconds[n % seconds.length]}`.replaceAll("_", " "));
}

/** Most are members, some are allies, a few have only just come. */
function rolesFor(thrown: number): string[] {
  if (thrown < 76) return ["member"];
  if (thrown < 80) return ["member", "blue"];
  return thrown < 92 ? ["blue"] : [];
}
