#!/usr/bin/env bash
# Asks for one person: curl, SOAP 1.2, HTTP Basic. Needs curl and xmllint (Debian: libxml2-utils).
# Environment: KPS_URL, KPS_CA, KPS_KULLANICI, KPS_SIFRE, KPS_KIMLIK_NO.
# Exit code: 0 person found, 1 HataBilgisi, 2 SOAP fault, anything else: no answer.
set -euo pipefail

[[ $KPS_KIMLIK_NO =~ ^[0-9]{11}$ ]] || { echo "KPS_KIMLIK_NO must be eleven digits" >&2; exit 64; }

# The password goes in by standard input: what stands on a command line, every user of the machine can read.
quoted() { sed 's/[\\"]/\\&/g' <<<"$1"; }
answer=$(curl --silent --show-error --max-time 30 --cacert "$KPS_CA" --config - \
  --header 'Content-Type: application/soap+xml; charset=utf-8' \
  --data "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><BilesikKisiSorgula
    xmlns='https://www.saglik.gov.tr/KPS/01/01/2017'><kimlikNo>$KPS_KIMLIK_NO</kimlikNo></BilesikKisiSorgula></s:Body></s:Envelope>" \
  "$KPS_URL" <<<"user = \"$(quoted "$KPS_KULLANICI"):$(quoted "$KPS_SIFRE")\"")

# at PATH: text of the first element of this path of local names.
at() {
  local name path=''
  for name in "$@"; do path+="//*[local-name()='$name']"; done
  xmllint --nonet --xpath "string($path)" - <<<"$answer"
}

echo "IslemNo $(at IslemNo)"
if [ -n "$(at Fault)" ]; then
  echo "Fault $(at KpsHata Kod): $(at Fault Reason Text)" >&2
  exit 2
elif [ -n "$(at TemelBilgisi)" ]; then
  echo "$(at TemelBilgisi Ad) $(at TemelBilgisi Soyad)"
else
  echo "HataBilgisi $(at HataBilgisi Kod): $(at HataBilgisi Aciklama)"
  exit 1
fi
