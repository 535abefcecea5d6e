// Where, in words that are never more exact than the record: UCDP's precision is said, not hidden behind a point.

import { countryName } from "../ui/labels";

/** "Near Amri, Iraq", "Somewhere in the district of Amri, Iraq", "Place not known". */
export function where(place: string | null, country: string | null, precision: number | null): string {
  const land = countryName(country);
  if (!place) return land ? `Somewhere in ${land}` : "Place not known";
  const named = land && land !== place ? `${place}, ${land}` : place;
  switch (precision) {
    case 1:
      return named;
    case 2:
      return `Near ${named}`;
    case 3:
      return `Somewhere in the district of ${named}`;
    case 4:
      return `Somewhere in the province of ${named}`;
    case 5:
      return `Somewhere in or along ${named}`;
    case 6:
      return `Somewhere in ${named}`;
    case 7:
      return `In waters or airspace: ${named}`;
    default:
      return named;
  }
}

/** How exact that is, for those who ask. */
export function precisionWords(precision: number | null): string {
  switch (precision) {
    case 1:
      return "The town, village or site is named. The point is its centre, not where it happened within.";
    case 2:
      return "Within about 25 km of the place named.";
    case 3:
      return "Only the district is known. The point is its centre.";
    case 4:
      return "Only the province is known. The point is its centre.";
    case 5:
      return "Only a region, a road, a river or a border is known.";
    case 6:
      return "Only the country is known. The point is its middle.";
    case 7:
      return "International waters or airspace.";
    default:
      return "How exact the place is, is not known.";
  }
}
