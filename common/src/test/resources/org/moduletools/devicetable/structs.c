/*
 * The records of device tables, as include/linux/mod_devicetable.h declares them: for each bus its
 * present declaration with 0 behind its name, and those of earlier kernels with 1 and so on.
 * StructTest compiles this to assembler and reads there where the compiler puts each member:
 *
 *	STRUCT NAME SIZE
 *	MEMBER NAME OFFSET
 *
 * It is compiled with -ffreestanding, so it needs no C library.
 */
#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef unsigned long ulong;

#define BITS(name, max) ulong name[(max) / (8 * sizeof(ulong)) + 1]
#define TELL(text, value) __asm__ volatile("\n.ascii \"" text " %c0\"" : : "i"(value))
#define STRUCT(tag) TELL("STRUCT " #tag, sizeof(struct tag))
#define MEMBER(tag, name) TELL("MEMBER " #name, offsetof(struct tag, name))

struct acpi_0 {
	u8 id[16];
	ulong driver_data;
	u32 cls;
	u32 cls_msk;
};

void tell_acpi_0(void)
{
	STRUCT(acpi_0);
	MEMBER(acpi_0, id);
	MEMBER(acpi_0, driver_data);
	MEMBER(acpi_0, cls);
	MEMBER(acpi_0, cls_msk);
}

struct acpi_1 {
	u8 id[9];
	ulong driver_data;
	u32 cls;
	u32 cls_msk;
};

void tell_acpi_1(void)
{
	STRUCT(acpi_1);
	MEMBER(acpi_1, id);
	MEMBER(acpi_1, driver_data);
	MEMBER(acpi_1, cls);
	MEMBER(acpi_1, cls_msk);
}

struct acpi_2 {
	u8 id[9];
	ulong driver_data;
};

void tell_acpi_2(void)
{
	STRUCT(acpi_2);
	MEMBER(acpi_2, id);
	MEMBER(acpi_2, driver_data);
}

struct amba_0 {
	u32 id;
	u32 mask;
	void *data;
};

void tell_amba_0(void)
{
	STRUCT(amba_0);
	MEMBER(amba_0, id);
	MEMBER(amba_0, mask);
	MEMBER(amba_0, data);
}

struct ap_0 {
	u16 match_flags;
	u8 dev_type;
	ulong driver_info;
};

void tell_ap_0(void)
{
	STRUCT(ap_0);
	MEMBER(ap_0, match_flags);
	MEMBER(ap_0, dev_type);
	MEMBER(ap_0, driver_info);
}

struct auxiliary_0 {
	char name[40];
	ulong driver_data;
};

void tell_auxiliary_0(void)
{
	STRUCT(auxiliary_0);
	MEMBER(auxiliary_0, name);
	MEMBER(auxiliary_0, driver_data);
}

struct auxiliary_1 {
	char name[32];
	ulong driver_data;
};

void tell_auxiliary_1(void)
{
	STRUCT(auxiliary_1);
	MEMBER(auxiliary_1, name);
	MEMBER(auxiliary_1, driver_data);
}

struct bcma_0 {
	u16 manuf;
	u16 id;
	u8 rev;
	u8 class;
} __attribute__((packed, aligned(2)));

void tell_bcma_0(void)
{
	STRUCT(bcma_0);
	MEMBER(bcma_0, manuf);
	MEMBER(bcma_0, id);
	MEMBER(bcma_0, rev);
	MEMBER(bcma_0, class);
}

struct ccw_0 {
	u16 match_flags;
	u16 cu_type;
	u16 dev_type;
	u8 cu_model;
	u8 dev_model;
	ulong driver_info;
};

void tell_ccw_0(void)
{
	STRUCT(ccw_0);
	MEMBER(ccw_0, match_flags);
	MEMBER(ccw_0, cu_type);
	MEMBER(ccw_0, dev_type);
	MEMBER(ccw_0, cu_model);
	MEMBER(ccw_0, dev_model);
	MEMBER(ccw_0, driver_info);
}

struct cdx_0 {
	u16 vendor;
	u16 device;
	u16 subvendor;
	u16 subdevice;
	u32 class;
	u32 class_mask;
	u32 override_only;
};

void tell_cdx_0(void)
{
	STRUCT(cdx_0);
	MEMBER(cdx_0, vendor);
	MEMBER(cdx_0, device);
	MEMBER(cdx_0, subvendor);
	MEMBER(cdx_0, subdevice);
	MEMBER(cdx_0, class);
	MEMBER(cdx_0, class_mask);
	MEMBER(cdx_0, override_only);
}

struct coreboot_0 {
	u32 tag;
	ulong driver_data;
};

void tell_coreboot_0(void)
{
	STRUCT(coreboot_0);
	MEMBER(coreboot_0, tag);
	MEMBER(coreboot_0, driver_data);
}

struct cpu_0 {
	u16 feature;
};

void tell_cpu_0(void)
{
	STRUCT(cpu_0);
	MEMBER(cpu_0, feature);
}

struct css_0 {
	u8 match_flags;
	u8 type;
	ulong driver_data;
};

void tell_css_0(void)
{
	STRUCT(css_0);
	MEMBER(css_0, match_flags);
	MEMBER(css_0, type);
	MEMBER(css_0, driver_data);
}

struct dfl_0 {
	u16 type;
	u16 feature_id;
	ulong driver_data;
};

void tell_dfl_0(void)
{
	STRUCT(dfl_0);
	MEMBER(dfl_0, type);
	MEMBER(dfl_0, feature_id);
	MEMBER(dfl_0, driver_data);
}

struct dmi_0 {
	int (*callback)(void);
	const char *ident;
	struct { unsigned char slot : 7; unsigned char exact_match : 1; char substr[79]; } matches[4];
	void *driver_data;
};

void tell_dmi_0(void)
{
	STRUCT(dmi_0);
	MEMBER(dmi_0, callback);
	MEMBER(dmi_0, ident);
	MEMBER(dmi_0, matches);
	MEMBER(dmi_0, driver_data);
}

struct eisa_0 {
	char sig[8];
	ulong driver_data;
};

void tell_eisa_0(void)
{
	STRUCT(eisa_0);
	MEMBER(eisa_0, sig);
	MEMBER(eisa_0, driver_data);
}

struct fslmc_0 {
	u16 vendor;
	const char obj_type[16];
};

void tell_fslmc_0(void)
{
	STRUCT(fslmc_0);
	MEMBER(fslmc_0, vendor);
	MEMBER(fslmc_0, obj_type);
}

struct hdaudio_0 {
	u32 vendor_id;
	u32 rev_id;
	u8 api_version;
	const char *name;
	ulong driver_data;
};

void tell_hdaudio_0(void)
{
	STRUCT(hdaudio_0);
	MEMBER(hdaudio_0, vendor_id);
	MEMBER(hdaudio_0, rev_id);
	MEMBER(hdaudio_0, api_version);
	MEMBER(hdaudio_0, name);
	MEMBER(hdaudio_0, driver_data);
}

struct hid_0 {
	u16 bus;
	u16 group;
	u32 vendor;
	u32 product;
	ulong driver_data;
};

void tell_hid_0(void)
{
	STRUCT(hid_0);
	MEMBER(hid_0, bus);
	MEMBER(hid_0, group);
	MEMBER(hid_0, vendor);
	MEMBER(hid_0, product);
	MEMBER(hid_0, driver_data);
}

struct i2c_0 {
	char name[20];
	ulong driver_data;
};

void tell_i2c_0(void)
{
	STRUCT(i2c_0);
	MEMBER(i2c_0, name);
	MEMBER(i2c_0, driver_data);
}

struct i3c_0 {
	u8 match_flags;
	u8 dcr;
	u16 manuf_id;
	u16 part_id;
	u16 extra_info;
	const void *data;
};

void tell_i3c_0(void)
{
	STRUCT(i3c_0);
	MEMBER(i3c_0, match_flags);
	MEMBER(i3c_0, dcr);
	MEMBER(i3c_0, manuf_id);
	MEMBER(i3c_0, part_id);
	MEMBER(i3c_0, extra_info);
	MEMBER(i3c_0, data);
}

struct ieee1394_0 {
	u32 match_flags;
	u32 vendor_id;
	u32 model_id;
	u32 specifier_id;
	u32 version;
	ulong driver_data;
};

void tell_ieee1394_0(void)
{
	STRUCT(ieee1394_0);
	MEMBER(ieee1394_0, match_flags);
	MEMBER(ieee1394_0, vendor_id);
	MEMBER(ieee1394_0, model_id);
	MEMBER(ieee1394_0, specifier_id);
	MEMBER(ieee1394_0, version);
	MEMBER(ieee1394_0, driver_data);
}

struct input_0 {
	ulong flags;
	u16 bustype;
	u16 vendor;
	u16 product;
	u16 version;
	BITS(evbit, 0x1f);
	BITS(keybit, 0x2ff);
	BITS(relbit, 0x0f);
	BITS(absbit, 0x3f);
	BITS(mscbit, 0x07);
	BITS(ledbit, 0x0f);
	BITS(sndbit, 0x07);
	BITS(ffbit, 0x7f);
	BITS(swbit, 0x10);
	BITS(propbit, 0x1f);
	ulong driver_info;
};

void tell_input_0(void)
{
	STRUCT(input_0);
	MEMBER(input_0, flags);
	MEMBER(input_0, bustype);
	MEMBER(input_0, vendor);
	MEMBER(input_0, product);
	MEMBER(input_0, version);
	MEMBER(input_0, evbit);
	MEMBER(input_0, keybit);
	MEMBER(input_0, relbit);
	MEMBER(input_0, absbit);
	MEMBER(input_0, mscbit);
	MEMBER(input_0, ledbit);
	MEMBER(input_0, sndbit);
	MEMBER(input_0, ffbit);
	MEMBER(input_0, swbit);
	MEMBER(input_0, propbit);
	MEMBER(input_0, driver_info);
}

struct input_1 {
	ulong flags;
	u16 bustype;
	u16 vendor;
	u16 product;
	u16 version;
	BITS(evbit, 0x1f);
	BITS(keybit, 0x2ff);
	BITS(relbit, 0x0f);
	BITS(absbit, 0x3f);
	BITS(mscbit, 0x07);
	BITS(ledbit, 0x0f);
	BITS(sndbit, 0x07);
	BITS(ffbit, 0x7f);
	BITS(swbit, 0x10);
	ulong driver_info;
};

void tell_input_1(void)
{
	STRUCT(input_1);
	MEMBER(input_1, flags);
	MEMBER(input_1, bustype);
	MEMBER(input_1, vendor);
	MEMBER(input_1, product);
	MEMBER(input_1, version);
	MEMBER(input_1, evbit);
	MEMBER(input_1, keybit);
	MEMBER(input_1, relbit);
	MEMBER(input_1, absbit);
	MEMBER(input_1, mscbit);
	MEMBER(input_1, ledbit);
	MEMBER(input_1, sndbit);
	MEMBER(input_1, ffbit);
	MEMBER(input_1, swbit);
	MEMBER(input_1, driver_info);
}

struct input_2 {
	ulong flags;
	u16 bustype;
	u16 vendor;
	u16 product;
	u16 version;
	BITS(evbit, 0x1f);
	BITS(keybit, 0x1ff);
	BITS(relbit, 0x0f);
	BITS(absbit, 0x3f);
	BITS(mscbit, 0x07);
	BITS(ledbit, 0x0f);
	BITS(sndbit, 0x07);
	BITS(ffbit, 0x7f);
	BITS(swbit, 0x0f);
	ulong driver_info;
};

void tell_input_2(void)
{
	STRUCT(input_2);
	MEMBER(input_2, flags);
	MEMBER(input_2, bustype);
	MEMBER(input_2, vendor);
	MEMBER(input_2, product);
	MEMBER(input_2, version);
	MEMBER(input_2, evbit);
	MEMBER(input_2, keybit);
	MEMBER(input_2, relbit);
	MEMBER(input_2, absbit);
	MEMBER(input_2, mscbit);
	MEMBER(input_2, ledbit);
	MEMBER(input_2, sndbit);
	MEMBER(input_2, ffbit);
	MEMBER(input_2, swbit);
	MEMBER(input_2, driver_info);
}

struct input_3 {
	ulong flags;
	u16 bustype;
	u16 vendor;
	u16 product;
	u16 version;
	BITS(evbit, 0x1f);
	BITS(keybit, 0x1ff);
	BITS(relbit, 0x0f);
	BITS(absbit, 0x3f);
	BITS(mscbit, 0x07);
	BITS(ledbit, 0x0f);
	BITS(sndbit, 0x07);
	BITS(ffbit, 0x7f);
	ulong driver_info;
};

void tell_input_3(void)
{
	STRUCT(input_3);
	MEMBER(input_3, flags);
	MEMBER(input_3, bustype);
	MEMBER(input_3, vendor);
	MEMBER(input_3, product);
	MEMBER(input_3, version);
	MEMBER(input_3, evbit);
	MEMBER(input_3, keybit);
	MEMBER(input_3, relbit);
	MEMBER(input_3, absbit);
	MEMBER(input_3, mscbit);
	MEMBER(input_3, ledbit);
	MEMBER(input_3, sndbit);
	MEMBER(input_3, ffbit);
	MEMBER(input_3, driver_info);
}

struct ipack_0 {
	u8 format;
	u32 vendor;
	u32 device;
};

void tell_ipack_0(void)
{
	STRUCT(ipack_0);
	MEMBER(ipack_0, format);
	MEMBER(ipack_0, vendor);
	MEMBER(ipack_0, device);
}

struct isapnp_0 {
	u16 card_vendor;
	u16 card_device;
	u16 vendor;
	u16 function;
	ulong driver_data;
};

void tell_isapnp_0(void)
{
	STRUCT(isapnp_0);
	MEMBER(isapnp_0, card_vendor);
	MEMBER(isapnp_0, card_device);
	MEMBER(isapnp_0, vendor);
	MEMBER(isapnp_0, function);
	MEMBER(isapnp_0, driver_data);
}

struct ishtp_0 {
	u8 guid[16];
	ulong driver_data;
};

void tell_ishtp_0(void)
{
	STRUCT(ishtp_0);
	MEMBER(ishtp_0, guid);
	MEMBER(ishtp_0, driver_data);
}

struct mdio_0 {
	u32 phy_id;
	u32 phy_id_mask;
};

void tell_mdio_0(void)
{
	STRUCT(mdio_0);
	MEMBER(mdio_0, phy_id);
	MEMBER(mdio_0, phy_id_mask);
}

struct mei_0 {
	char name[32];
	u8 uuid[16];
	u8 version;
	ulong driver_info;
};

void tell_mei_0(void)
{
	STRUCT(mei_0);
	MEMBER(mei_0, name);
	MEMBER(mei_0, uuid);
	MEMBER(mei_0, version);
	MEMBER(mei_0, driver_info);
}

struct mei_1 {
	char name[32];
	u8 uuid[16];
	ulong driver_info;
};

void tell_mei_1(void)
{
	STRUCT(mei_1);
	MEMBER(mei_1, name);
	MEMBER(mei_1, uuid);
	MEMBER(mei_1, driver_info);
}

struct mhi_0 {
	const char chan[32];
	ulong driver_data;
};

void tell_mhi_0(void)
{
	STRUCT(mhi_0);
	MEMBER(mhi_0, chan);
	MEMBER(mhi_0, driver_data);
}

struct mhi_ep_0 {
	const char chan[32];
	ulong driver_data;
};

void tell_mhi_ep_0(void)
{
	STRUCT(mhi_ep_0);
	MEMBER(mhi_ep_0, chan);
	MEMBER(mhi_ep_0, driver_data);
}

struct mipscdmm_0 {
	u8 type;
};

void tell_mipscdmm_0(void)
{
	STRUCT(mipscdmm_0);
	MEMBER(mipscdmm_0, type);
}

struct of_0 {
	char name[32];
	char type[32];
	char compatible[128];
	const void *data;
};

void tell_of_0(void)
{
	STRUCT(of_0);
	MEMBER(of_0, name);
	MEMBER(of_0, type);
	MEMBER(of_0, compatible);
	MEMBER(of_0, data);
}

struct parisc_0 {
	u8 hw_type;
	u8 hversion_rev;
	u16 hversion;
	u32 sversion;
};

void tell_parisc_0(void)
{
	STRUCT(parisc_0);
	MEMBER(parisc_0, hw_type);
	MEMBER(parisc_0, hversion_rev);
	MEMBER(parisc_0, hversion);
	MEMBER(parisc_0, sversion);
}

struct pci_0 {
	u32 vendor;
	u32 device;
	u32 subvendor;
	u32 subdevice;
	u32 class;
	u32 class_mask;
	ulong driver_data;
	u32 override_only;
};

void tell_pci_0(void)
{
	STRUCT(pci_0);
	MEMBER(pci_0, vendor);
	MEMBER(pci_0, device);
	MEMBER(pci_0, subvendor);
	MEMBER(pci_0, subdevice);
	MEMBER(pci_0, class);
	MEMBER(pci_0, class_mask);
	MEMBER(pci_0, driver_data);
	MEMBER(pci_0, override_only);
}

struct pci_1 {
	u32 vendor;
	u32 device;
	u32 subvendor;
	u32 subdevice;
	u32 class;
	u32 class_mask;
	ulong driver_data;
};

void tell_pci_1(void)
{
	STRUCT(pci_1);
	MEMBER(pci_1, vendor);
	MEMBER(pci_1, device);
	MEMBER(pci_1, subvendor);
	MEMBER(pci_1, subdevice);
	MEMBER(pci_1, class);
	MEMBER(pci_1, class_mask);
	MEMBER(pci_1, driver_data);
}

struct pcmcia_0 {
	u16 match_flags;
	u16 manf_id;
	u16 card_id;
	u8 func_id;
	u8 function;
	u8 device_no;
	u32 prod_id_hash[4];
	const char *prod_id[4];
	ulong driver_info;
	char *cisfile;
};

void tell_pcmcia_0(void)
{
	STRUCT(pcmcia_0);
	MEMBER(pcmcia_0, match_flags);
	MEMBER(pcmcia_0, manf_id);
	MEMBER(pcmcia_0, card_id);
	MEMBER(pcmcia_0, func_id);
	MEMBER(pcmcia_0, function);
	MEMBER(pcmcia_0, device_no);
	MEMBER(pcmcia_0, prod_id_hash);
	MEMBER(pcmcia_0, prod_id);
	MEMBER(pcmcia_0, driver_info);
	MEMBER(pcmcia_0, cisfile);
}

struct platform_0 {
	char name[24];
	ulong driver_data;
};

void tell_platform_0(void)
{
	STRUCT(platform_0);
	MEMBER(platform_0, name);
	MEMBER(platform_0, driver_data);
}

struct platform_1 {
	char name[20];
	ulong driver_data;
};

void tell_platform_1(void)
{
	STRUCT(platform_1);
	MEMBER(platform_1, name);
	MEMBER(platform_1, driver_data);
}

struct pnp_0 {
	u8 id[8];
	ulong driver_data;
};

void tell_pnp_0(void)
{
	STRUCT(pnp_0);
	MEMBER(pnp_0, id);
	MEMBER(pnp_0, driver_data);
}

struct pnp_card_0 {
	u8 id[8];
	ulong driver_data;
	struct { u8 id[8]; } devs[8];
};

void tell_pnp_card_0(void)
{
	STRUCT(pnp_card_0);
	MEMBER(pnp_card_0, id);
	MEMBER(pnp_card_0, driver_data);
	MEMBER(pnp_card_0, devs);
}

struct rapidio_0 {
	u16 did;
	u16 vid;
	u16 asm_did;
	u16 asm_vid;
};

void tell_rapidio_0(void)
{
	STRUCT(rapidio_0);
	MEMBER(rapidio_0, did);
	MEMBER(rapidio_0, vid);
	MEMBER(rapidio_0, asm_did);
	MEMBER(rapidio_0, asm_vid);
}

struct rpmsg_0 {
	char name[32];
	ulong driver_data;
};

void tell_rpmsg_0(void)
{
	STRUCT(rpmsg_0);
	MEMBER(rpmsg_0, name);
	MEMBER(rpmsg_0, driver_data);
}

struct rpmsg_1 {
	char name[32];
};

void tell_rpmsg_1(void)
{
	STRUCT(rpmsg_1);
	MEMBER(rpmsg_1, name);
}

struct sdio_0 {
	u8 class;
	u16 vendor;
	u16 device;
	ulong driver_data;
};

void tell_sdio_0(void)
{
	STRUCT(sdio_0);
	MEMBER(sdio_0, class);
	MEMBER(sdio_0, vendor);
	MEMBER(sdio_0, device);
	MEMBER(sdio_0, driver_data);
}

struct sdw_0 {
	u16 mfg_id;
	u16 part_id;
	u8 sdw_version;
	u8 class_id;
	ulong driver_data;
};

void tell_sdw_0(void)
{
	STRUCT(sdw_0);
	MEMBER(sdw_0, mfg_id);
	MEMBER(sdw_0, part_id);
	MEMBER(sdw_0, sdw_version);
	MEMBER(sdw_0, class_id);
	MEMBER(sdw_0, driver_data);
}

struct sdw_1 {
	u16 mfg_id;
	u16 part_id;
	ulong driver_data;
};

void tell_sdw_1(void)
{
	STRUCT(sdw_1);
	MEMBER(sdw_1, mfg_id);
	MEMBER(sdw_1, part_id);
	MEMBER(sdw_1, driver_data);
}

struct serio_0 {
	u8 type;
	u8 extra;
	u8 id;
	u8 proto;
};

void tell_serio_0(void)
{
	STRUCT(serio_0);
	MEMBER(serio_0, type);
	MEMBER(serio_0, extra);
	MEMBER(serio_0, id);
	MEMBER(serio_0, proto);
}

struct slim_0 {
	u16 manf_id;
	u16 prod_code;
	u16 dev_index;
	u16 instance;
	ulong driver_data;
};

void tell_slim_0(void)
{
	STRUCT(slim_0);
	MEMBER(slim_0, manf_id);
	MEMBER(slim_0, prod_code);
	MEMBER(slim_0, dev_index);
	MEMBER(slim_0, instance);
	MEMBER(slim_0, driver_data);
}

struct spi_0 {
	char name[32];
	ulong driver_data;
};

void tell_spi_0(void)
{
	STRUCT(spi_0);
	MEMBER(spi_0, name);
	MEMBER(spi_0, driver_data);
}

struct ssam_0 {
	u8 match_flags;
	u8 domain;
	u8 category;
	u8 target;
	u8 instance;
	u8 function;
	ulong driver_data;
};

void tell_ssam_0(void)
{
	STRUCT(ssam_0);
	MEMBER(ssam_0, match_flags);
	MEMBER(ssam_0, domain);
	MEMBER(ssam_0, category);
	MEMBER(ssam_0, target);
	MEMBER(ssam_0, instance);
	MEMBER(ssam_0, function);
	MEMBER(ssam_0, driver_data);
}

struct ssb_0 {
	u16 vendor;
	u16 coreid;
	u8 revision;
	u8 __pad;
} __attribute__((packed, aligned(2)));

void tell_ssb_0(void)
{
	STRUCT(ssb_0);
	MEMBER(ssb_0, vendor);
	MEMBER(ssb_0, coreid);
	MEMBER(ssb_0, revision);
	MEMBER(ssb_0, __pad);
}

struct tbsvc_0 {
	u32 match_flags;
	char protocol_key[8 + 1];
	u32 protocol_id;
	u32 protocol_version;
	u32 protocol_revision;
	ulong driver_data;
};

void tell_tbsvc_0(void)
{
	STRUCT(tbsvc_0);
	MEMBER(tbsvc_0, match_flags);
	MEMBER(tbsvc_0, protocol_key);
	MEMBER(tbsvc_0, protocol_id);
	MEMBER(tbsvc_0, protocol_version);
	MEMBER(tbsvc_0, protocol_revision);
	MEMBER(tbsvc_0, driver_data);
}

struct tee_0 {
	u8 uuid[16];
};

void tell_tee_0(void)
{
	STRUCT(tee_0);
	MEMBER(tee_0, uuid);
}

struct typec_0 {
	u16 svid;
	u8 mode;
	ulong driver_data;
};

void tell_typec_0(void)
{
	STRUCT(typec_0);
	MEMBER(typec_0, svid);
	MEMBER(typec_0, mode);
	MEMBER(typec_0, driver_data);
}

struct ulpi_0 {
	u16 vendor;
	u16 product;
	ulong driver_data;
};

void tell_ulpi_0(void)
{
	STRUCT(ulpi_0);
	MEMBER(ulpi_0, vendor);
	MEMBER(ulpi_0, product);
	MEMBER(ulpi_0, driver_data);
}

struct usb_0 {
	u16 match_flags;
	u16 idVendor;
	u16 idProduct;
	u16 bcdDevice_lo;
	u16 bcdDevice_hi;
	u8 bDeviceClass;
	u8 bDeviceSubClass;
	u8 bDeviceProtocol;
	u8 bInterfaceClass;
	u8 bInterfaceSubClass;
	u8 bInterfaceProtocol;
	u8 bInterfaceNumber;
	ulong driver_info __attribute__((aligned(sizeof(ulong))));
};

void tell_usb_0(void)
{
	STRUCT(usb_0);
	MEMBER(usb_0, match_flags);
	MEMBER(usb_0, idVendor);
	MEMBER(usb_0, idProduct);
	MEMBER(usb_0, bcdDevice_lo);
	MEMBER(usb_0, bcdDevice_hi);
	MEMBER(usb_0, bDeviceClass);
	MEMBER(usb_0, bDeviceSubClass);
	MEMBER(usb_0, bDeviceProtocol);
	MEMBER(usb_0, bInterfaceClass);
	MEMBER(usb_0, bInterfaceSubClass);
	MEMBER(usb_0, bInterfaceProtocol);
	MEMBER(usb_0, bInterfaceNumber);
	MEMBER(usb_0, driver_info);
}

struct usb_1 {
	u16 match_flags;
	u16 idVendor;
	u16 idProduct;
	u16 bcdDevice_lo;
	u16 bcdDevice_hi;
	u8 bDeviceClass;
	u8 bDeviceSubClass;
	u8 bDeviceProtocol;
	u8 bInterfaceClass;
	u8 bInterfaceSubClass;
	u8 bInterfaceProtocol;
	ulong driver_info;
};

void tell_usb_1(void)
{
	STRUCT(usb_1);
	MEMBER(usb_1, match_flags);
	MEMBER(usb_1, idVendor);
	MEMBER(usb_1, idProduct);
	MEMBER(usb_1, bcdDevice_lo);
	MEMBER(usb_1, bcdDevice_hi);
	MEMBER(usb_1, bDeviceClass);
	MEMBER(usb_1, bDeviceSubClass);
	MEMBER(usb_1, bDeviceProtocol);
	MEMBER(usb_1, bInterfaceClass);
	MEMBER(usb_1, bInterfaceSubClass);
	MEMBER(usb_1, bInterfaceProtocol);
	MEMBER(usb_1, driver_info);
}

struct vchiq_0 {
	char name[32];
};

void tell_vchiq_0(void)
{
	STRUCT(vchiq_0);
	MEMBER(vchiq_0, name);
}

struct vio_0 {
	char type[32];
	char compat[32];
};

void tell_vio_0(void)
{
	STRUCT(vio_0);
	MEMBER(vio_0, type);
	MEMBER(vio_0, compat);
}

struct virtio_0 {
	u32 device;
	u32 vendor;
};

void tell_virtio_0(void)
{
	STRUCT(virtio_0);
	MEMBER(virtio_0, device);
	MEMBER(virtio_0, vendor);
}

struct vmbus_0 {
	u8 guid[16];
	ulong driver_data;
};

void tell_vmbus_0(void)
{
	STRUCT(vmbus_0);
	MEMBER(vmbus_0, guid);
	MEMBER(vmbus_0, driver_data);
}

struct wmi_0 {
	const char guid_string[36 + 1];
	const void *context;
};

void tell_wmi_0(void)
{
	STRUCT(wmi_0);
	MEMBER(wmi_0, guid_string);
	MEMBER(wmi_0, context);
}

struct x86cpu_0 {
	u16 vendor;
	u16 family;
	u16 model;
	u16 steppings;
	u16 feature;
	u16 flags;
	u8 type;
	ulong driver_data;
};

void tell_x86cpu_0(void)
{
	STRUCT(x86cpu_0);
	MEMBER(x86cpu_0, vendor);
	MEMBER(x86cpu_0, family);
	MEMBER(x86cpu_0, model);
	MEMBER(x86cpu_0, steppings);
	MEMBER(x86cpu_0, feature);
	MEMBER(x86cpu_0, flags);
	MEMBER(x86cpu_0, type);
	MEMBER(x86cpu_0, driver_data);
}

struct x86cpu_1 {
	u16 vendor;
	u16 family;
	u16 model;
	u16 steppings;
	u16 feature;
	u16 flags;
	ulong driver_data;
};

void tell_x86cpu_1(void)
{
	STRUCT(x86cpu_1);
	MEMBER(x86cpu_1, vendor);
	MEMBER(x86cpu_1, family);
	MEMBER(x86cpu_1, model);
	MEMBER(x86cpu_1, steppings);
	MEMBER(x86cpu_1, feature);
	MEMBER(x86cpu_1, flags);
	MEMBER(x86cpu_1, driver_data);
}

struct x86cpu_2 {
	u16 vendor;
	u16 family;
	u16 model;
	u16 feature;
	ulong driver_data;
};

void tell_x86cpu_2(void)
{
	STRUCT(x86cpu_2);
	MEMBER(x86cpu_2, vendor);
	MEMBER(x86cpu_2, family);
	MEMBER(x86cpu_2, model);
	MEMBER(x86cpu_2, feature);
	MEMBER(x86cpu_2, driver_data);
}

struct zorro_0 {
	u32 id;
	ulong driver_data;
};

void tell_zorro_0(void)
{
	STRUCT(zorro_0);
	MEMBER(zorro_0, id);
	MEMBER(zorro_0, driver_data);
}
