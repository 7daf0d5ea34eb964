import { EdgeFrontDoor, s3Origin } from "../../../components";

const films = new EdgeFrontDoor("films", {
  origin: s3Origin(),
  geoRestriction: { allowedCountries: ["AT", "CH", "DE"] },
});

export const url = films.url;
